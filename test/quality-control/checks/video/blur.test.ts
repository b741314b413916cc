import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))

describeCheck('video/blur', [
  pass('sharp', {}),
  warn('soft', { sharpness: { samples: [], medianBlur: 10.5 } }, { saying: 'soft' }),
  notApplicable('flat', { sharpness: { samples: [] } }),
])
