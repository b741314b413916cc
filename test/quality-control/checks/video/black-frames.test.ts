import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/black-frames', [
  pass('none', {}),
  fail('a single frame in between', { black: [{ start: 8, end: 8.04 }] }, { saying: '0:08.000' }),
  pass(
    'a single frame where three count',
    { black: [{ start: 8, end: 8.04 }] },
    { settings: { minInsideFrames: 3 } },
  ),
  pass('a second at both ends', {
    black: [
      { start: 0, end: 1 },
      { start: 19, end: 20 },
    ],
  }),
  warn(
    'two seconds at the start',
    { black: [{ start: 0, end: 2 }] },
    { saying: 'Black for 2 s at the start' },
  ),
  warn(
    'a frame at the end where none is accepted',
    { black: [{ start: 19.96, end: 20 }] },
    { settings: { maxTailSeconds: 0 }, saying: 'at the end' },
  ),
  fail('all of it', { black: [{ start: 0, end: 20 }] }, { saying: 'The whole video is black' }),
  fail(
    'black under a station logo',
    { logoBlack: [{ start: 8, end: 8.04 }] },
    { saying: 'Black under a logo at 0:08.000' },
  ),
  pass('a dip to black', {
    black: [{ start: 8, end: 8.12 }],
    dips: [{ start: 8, end: 8.12 }],
  }),
  pass('a dip to black under a station logo', {
    logoBlack: [{ start: 8, end: 8.12 }],
    dips: [{ start: 8, end: 8.12 }],
  }),
  fail(
    'a fade into two seconds of black',
    { black: [{ start: 8, end: 10 }], dips: [{ start: 8, end: 10 }] },
    { saying: 'Black between shots at 0:08.000' },
  ),
])
