import type { AudioFacts, LoudnessFacts } from '../../../../quality-control/facts/audio'
import type { VideoFacts } from '../../../../quality-control/facts/video'
import { type CheckRow, describeCheck } from '../../../support/check-table'
import { audioFacts, videoFacts } from '../../../support/media-facts'

type Row = Omit<CheckRow, 'facts' | 'is'>
const row =
  (is: CheckRow['is']) =>
  (name: string, changes: Partial<AudioFacts>, rest: Partial<Row> = {}): CheckRow => ({
    name,
    is,
    facts: { audio: audioFacts(changes) },
    ...rest,
  })
const pass = row('pass')
const warn = row('warn')
const fail = row('fail')
const notApplicable = row('not_applicable')
const loudness = (changes: Partial<LoudnessFacts>) => ({ loudness: { ...audioFacts().loudness, ...changes } })
const tooShort = { loudness: { notMeasurable: 'shorter than one block of 400 ms' } }
const soundOf = (is: CheckRow['is'], sound: VideoFacts['sound'], rest: Partial<Row> = {}): CheckRow => ({
  name: sound,
  is,
  facts: { video: videoFacts({ sound }) },
  ...rest,
})

describeCheck('audio/presence', [
  soundOf('pass', 'audible'),
  soundOf('fail', 'none', { saying: 'no sound track' }),
  soundOf('fail', 'silent', { saying: 'silent from beginning to end' }),
  { name: 'a sound file', is: 'not_applicable', facts: { audio: audioFacts() } },
])

describeCheck('audio/must-be-silent', [
  soundOf('pass', 'none'),
  soundOf('pass', 'silent'),
  soundOf('fail', 'silent', {
    name: 'a silent track where none may be',
    settings: { maySilentTrackRemain: false },
  }),
  soundOf('fail', 'audible', { saying: 'audible' }),
])

describeCheck('audio/loudness', [
  pass('-23 LUFS', {}),
  pass('half a unit less', loudness({ integratedLufs: -23.5 })),
  fail('0.6 units louder', loudness({ integratedLufs: -22.4 }), { saying: '0.6 LU too loud' }),
  fail('too quiet', loudness({ integratedLufs: -30 }), { saying: '7.0 LU too quiet' }),
  pass('-24 in North America', loudness({ integratedLufs: -25.9 }), {
    settings: { targetLufs: -24, toleranceLu: 2 },
  }),
  warn('too quiet for the web', {}, { settings: { targetLufs: -14, toleranceLu: 2, isFailure: false } }),
  notApplicable('too short', tooShort, { saying: '400 ms' }),
])

describeCheck('audio/true-peak', [
  pass('-3 dBTP', {}),
  pass('-1 dBTP', loudness({ truePeakDbtp: -1 })),
  fail(
    '-0.5 dBTP',
    {
      ...loudness({ truePeakDbtp: -0.5 }),
      channels: [
        { name: 'L', truePeakDbtp: -0.5 },
        { name: 'R', truePeakDbtp: -4 },
      ],
    },
    { saying: '-0.5 dBTP in L.' },
  ),
  fail('-1.5 dBTP where -2 is the limit', loudness({ truePeakDbtp: -1.5 }), { settings: { maxDbtp: -2 } }),
  warn('a warning only', loudness({ truePeakDbtp: 0.2 }), { settings: { isFailure: false } }),
  notApplicable('digital silence', loudness({ truePeakDbtp: undefined })),
])

describeCheck('audio/short-term-loudness', [
  pass('both kept', {}),
  pass('one of the two kept', loudness({ maxShortTermLufs: -16 })),
  fail('none kept', loudness({ maxShortTermLufs: -16, maxMomentaryLufs: -13 }), {
    saying: 'short-term loudness reaches -16.0 LUFS',
  }),
  fail('one of the two where both must hold', loudness({ maxShortTermLufs: -16 }), {
    settings: { mustMeetBoth: true },
  }),
  fail('a spot under 3 s, too loud', loudness({ maxShortTermLufs: undefined, maxMomentaryLufs: -13 }), {
    saying: 'momentary',
  }),
  notApplicable('too short', tooShort),
])

const minute = { programme: { ...audioFacts().programme, durationSeconds: 60 } }
describeCheck('audio/loudness-range', [
  pass('narrow', minute),
  warn('wide', { ...minute, ...loudness({ rangeLu: 24 }) }, { saying: '24.0 LU' }),
  notApplicable('a short spot', loudness({ rangeLu: 24 })),
  notApplicable('too short to measure', tooShort),
])

describeCheck('audio/silence', [
  pass('none', {}),
  pass('a second in between', { silences: [{ start: 5, end: 6 }] }),
  warn('longer', { silences: [{ start: 5, end: 6.5 }] }, { saying: 'Silence of 1.5 s at 0:05.000' }),
  warn('at the start', { silences: [{ start: 0, end: 1.2 }] }, { saying: 'at the start' }),
  warn('at the end', { silences: [{ start: 17, end: 19.99 }] }, { saying: 'at the end' }),
  pass('at the end, shorter', { silences: [{ start: 18.2, end: 20 }] }),
  notApplicable('throughout', { silences: [{ start: 0, end: 20 }] }),
])

describeCheck('audio/clipping', [
  pass('none', {}),
  fail('one place', { clipping: [{ start: 3.2, end: 3.3 }] }, { saying: '0:03.200' }),
  pass(
    'one place that is let pass',
    { clipping: [{ start: 3.2, end: 3.3 }] },
    { settings: { maxPlaces: 1 } },
  ),
])

const stereo = { outOfPhase: [], mono: [] }
describeCheck('audio/phase', [
  pass('in phase', {}),
  fail(
    'opposed',
    { stereo: { ...stereo, outOfPhase: [{ start: 2, end: 4 }] } },
    { saying: 'opposed for 2 s from 0:02.000' },
  ),
  pass(
    'opposed for less than what counts',
    { stereo: { ...stereo, outOfPhase: [{ start: 2, end: 4 }] } },
    { settings: { minSeconds: 3 } },
  ),
  notApplicable('5.1', { stereo: undefined }),
])

describeCheck('audio/mono', [
  pass('stereo', {}),
  pass('mono for half of it', { stereo: { ...stereo, mono: [{ start: 0, end: 10 }] } }),
  warn('mono', { stereo: { ...stereo, mono: [{ start: 0, end: 20 }] } }, { saying: 'the same' }),
  warn('mono wherever it is heard', {
    stereo: { ...stereo, mono: [{ start: 0, end: 10 }] },
    silences: [{ start: 10, end: 20 }],
  }),
  notApplicable('a single channel', { stereo: undefined }),
  notApplicable('silent', { silences: [{ start: 0, end: 20 }] }),
])

const six = ['L', 'R', 'C', 'LFE', 'Ls', 'Rs']
const channels = (silent: string[]) => ({
  channels: six.map((name) => (silent.includes(name) ? { name } : { name, peakDbfs: -6 })),
})
describeCheck('audio/dead-channel', [
  pass('both heard', {}),
  fail(
    'right is silent',
    { channels: [{ name: 'L', peakDbfs: -6 }, { name: 'R' }] },
    { saying: 'Channel R is silent.' },
  ),
  fail('right only hisses', {
    channels: [
      { name: 'L', peakDbfs: -6 },
      { name: 'R', peakDbfs: -72 },
    ],
  }),
  pass('an empty low-frequency channel', channels(['LFE'])),
  fail('empty surround channels', channels(['Ls', 'Rs']), { saying: /Ls[\s\S]*Rs/ }),
  pass('empty surround channels where they may be', channels(['Ls', 'Rs']), {
    settings: { maySurroundBeSilent: true },
  }),
  notApplicable('a single channel', { channels: [{ name: 'mono', peakDbfs: -6 }] }),
  notApplicable('silent throughout', { channels: [{ name: 'L' }, { name: 'R' }] }),
])

const layout = (name: string, count: number) => ({
  programme: { ...audioFacts().programme, layout: name, channels: count },
})
describeCheck('audio/layout', [
  pass('stereo', {}),
  pass('5.1 with side channels', layout('5.1(side)', 6)),
  fail('quadro', layout('quad', 4), { saying: 'quad' }),
  fail('not stated', layout('unknown', 8), { saying: '8 channels' }),
  pass('any', layout('quad', 4), { settings: { layouts: [] } }),
])

const coded = (codec: string, sampleRateHz = 48_000) => ({
  streams: [{ codec, channels: 2, layout: 'stereo', sampleRateHz }],
})
describeCheck('audio/codec', [
  pass('any', coded('mp3')),
  pass('uncompressed', coded('pcm_s24le'), { settings: { codecs: ['pcm'] } }),
  fail('MP3 where uncompressed is wanted', coded('mp3'), { settings: { codecs: ['pcm'] }, saying: 'mp3' }),
])

describeCheck('audio/sample-rate', [
  pass('48 kHz', {}),
  fail('22.05 kHz', coded('aac', 22_050), { saying: '22050' }),
  fail('44.1 kHz where 48 kHz is wanted', coded('aac', 44_100), { settings: { ratesHz: [48_000] } }),
])

const against = (startOffsetSeconds: number, lengthDifferenceSeconds: number, frameSeconds = 0.04) => ({
  againstPicture: { startOffsetSeconds, lengthDifferenceSeconds, frameSeconds },
})
describeCheck('audio/length', [
  pass('equally long', {}),
  pass('two frames longer', against(0, 0.08)),
  fail('three frames longer', against(0, 0.12), { saying: '0.12 s longer' }),
  fail('a second shorter', against(0, -1), { saying: '1 s shorter' }),
  pass('the padding of a codec at 60 frames', against(0, 0.045, 1 / 60)),
  notApplicable('a sound file', { againstPicture: undefined }),
])

describeCheck('audio/start', [
  pass('together', {}),
  pass('a frame late', against(0.04, 0)),
  warn('100 ms late', against(0.1, 0), { saying: '100 ms after' }),
  warn('100 ms early', against(-0.1, 0), { saying: '100 ms before' }),
  notApplicable('a sound file', { againstPicture: undefined }),
])
