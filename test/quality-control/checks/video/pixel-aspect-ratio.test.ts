import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/pixel-aspect-ratio', [
  pass('square', {}),
  warn(
    'anamorphic',
    { sampleAspectRatio: 64 / 45, codedWidth: 720, codedHeight: 576, displayWidth: 1024, displayHeight: 576 },
    { saying: 'Stored as 720 × 576 px' },
  ),
])
