import type { Fault, Master } from './master'

const uk: Omit<Master, 'name'> = {
  extension: 'mxf',
  profile: 'tv_uk_clearcast',
  rate: '25',
  programmeSeconds: 5,
  holdSeconds: 5,
  hasCountdown: true,
}
const us: Omit<Master, 'name'> = {
  extension: 'mov',
  profile: 'tv_us_xr',
  rate: '24000/1001',
  programmeSeconds: 5,
  holdSeconds: 0,
}

/** Sound masters: no check may fail. */
export const soundMasters: Master[] = [
  { ...uk, name: 'ABC_SOND001_005' },
  { ...uk, name: 'ABC_SOND002_005', holdSeconds: 0 },
  { ...uk, name: 'ABC_SOND003_010', programmeSeconds: 10, hasCountdown: false },
  { ...uk, name: 'ABC_SOND004_005', extension: 'mov' },
  { ...uk, name: 'ABC_SOND005_005', extension: 'mp4' },
  { ...uk, name: 'ABC_SOND006_005', fadeFrames: 8 },
  { ...uk, name: 'ABC_SOND007_005', packShotFrames: 40 },
  { ...uk, name: 'ABC_SOND008_005', barsSeconds: 5 },
  { ...uk, name: 'ABC_SOND009_005', hasTimecode: false },
  { ...uk, name: 'ABC_SOND010_010', programmeSeconds: 10, packShotFrames: 125, holdSeconds: 0 },
  { ...us, name: 'ABCD1200100H' },
  { ...us, name: 'ABCD1200200H', rate: '30000/1001' },
  { ...us, name: 'ABCD1200300H', extension: 'mxf', rate: '30000/1001' },
  { ...us, name: 'ABCD1200400H', extension: 'mp4' },
  { ...us, name: 'ABCD1200500H', hasTimecode: false },
  { ...us, name: 'ABCD1200600H', fadeFrames: 10 },
  { ...us, name: 'ABCD1200700H', packShotFrames: 36 },
  { ...us, name: 'ABCD1200800H', programmeSeconds: 10 },
  { ...us, name: 'ABCD1200900H', hasCountdown: true },
  { ...us, name: 'ABCD1201000H', extension: 'mp4', rate: '30000/1001', packShotFrames: 30 },
]

const faults: Record<Fault, string> = {
  'black frame': 'video/black-frames',
  'repeated frame': 'video/repeated-frames',
  'white frame': 'video/flash-frames',
  'stray frame': 'video/flash-frames',
  dropout: 'audio/dropouts',
  'frame too long': 'video/duration',
  'frame too short': 'video/duration',
  'starts late': 'video/programme',
  'starts early': 'video/programme',
  'audio in black': 'video/programme',
  'too loud': 'audio/loudness',
  'audio at start': 'audio/silent-ends',
  'opposite channels': 'audio/phase',
}

/** Masters with one fault each, of one frame where it has a length. */
export const faultyMasters: Master[] = [
  ...(Object.keys(faults) as Fault[]).map((fault, index) => ({
    ...uk,
    name: `ABC_FALT${String(index + 1).padStart(3, '0')}_005`,
    fault,
    expects: faults[fault],
  })),
  ...(
    ['black frame', 'repeated frame', 'stray frame', 'dropout', 'frame too short', 'starts late'] as const
  ).map((fault, index) => ({ ...us, name: `FALT12${index + 1}0000H`, fault, expects: faults[fault] })),
  { ...uk, name: 'ABC_FALT090_005', slateNumber: 'ABC/FALT091/005', expects: 'video/slate-text' },
  { ...uk, name: 'ABC_FALT092_005', slateSeconds: '10', expects: 'video/slate-text' },
  { ...us, name: 'FALT93000000', slateNumber: 'FALT93000010', expects: 'video/slate-text' },
]
