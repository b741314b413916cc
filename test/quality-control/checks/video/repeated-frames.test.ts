import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const every = (step: number) =>
  Array.from({ length: 10 }, (_, index) => ({ start: index * step, end: index * step + 0.04 }))

describeCheck('video/repeated-frames', [
  pass('none', {}),
  warn('a single one', { repeatedFrames: [{ start: 8, end: 8.04 }] }, { saying: 'for 1 frame at 0:08.000' }),
  warn('three in a row', { repeatedFrames: [{ start: 8, end: 8.12 }] }, { saying: 'for 3 frames' }),
  warn('24 frames shown at 25', { repeatedFrames: every(1) }, { saying: 'Every 25th frame' }),
])
