import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/flash-frames', [
  pass('none', {}),
  warn('one frame', { flashFrames: [{ start: 5, end: 5.04 }] }, { saying: 'A shot of 1 frame at 0:05.000' }),
  warn('two frames', { flashFrames: [{ start: 5, end: 5.08 }] }, { saying: '2 frames' }),
])
