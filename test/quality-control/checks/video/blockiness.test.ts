import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))

describeCheck('video/blockiness', [
  pass('good', {}),
  warn('squares', { sharpness: { samples: [], medianBlockiness: 26 } }, { saying: 'blocks' }),
  ...['prores', 'png', 'ffv1', 'mjpeg'].map((codec) =>
    notApplicable(`flat graphics in ${codec}`, { codec, sharpness: { samples: [], medianBlockiness: 580 } }),
  ),
  notApplicable('H.264 that codes each frame by itself', {
    codecProfile: 'High 4:2:2 Intra',
    sharpness: { samples: [], medianBlockiness: 35 },
  }),
  ...['hevc', 'mpeg2video'].map((codec) =>
    warn(`squares in ${codec}`, { codec, sharpness: { samples: [], medianBlockiness: 26 } }),
  ),
  notApplicable('bars', {
    sharpness: { samples: [], medianBlockiness: 26 },
    bars: { top: 0.1, right: 0, bottom: 0.1, left: 0 },
  }),
  notApplicable('not measured', { sharpness: { samples: [] } }),
])
