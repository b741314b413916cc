import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))
const lengths = { settings: { lengthsSeconds: [10, 20] } }

describeCheck('video/duration', [
  notApplicable('no length set', {}),
  pass('20 s', {}, lengths),
  pass('a frame longer', { durationSeconds: 20.04, decodedFrames: 501 }, lengths),
  fail(
    'two frames longer',
    { durationSeconds: 20.08, decodedFrames: 502 },
    { ...lengths, saying: '20.08 s' },
  ),
  pass(
    '480 frames at 23.976 fps',
    { durationSeconds: 20.02, decodedFrames: 480 },
    { settings: { lengthsSeconds: [20], toleranceFrames: 0 } },
  ),
  fail(
    'a frame shorter where none is accepted',
    { durationSeconds: 19.9783, decodedFrames: 479 },
    { settings: { lengthsSeconds: [20], toleranceFrames: 0 }, saying: '479 frames' },
  ),
  fail('too short', {}, { settings: { minSeconds: 21 }, saying: 'only 20 s' }),
  fail('too long', {}, { settings: { maxSeconds: 15 }, saying: '20 s' }),
  pass('within', {}, { settings: { minSeconds: 15, maxSeconds: 20 } }),
])
