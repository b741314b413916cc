import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))

describeCheck('video/pixel-format', [
  notApplicable('no wish', {}),
  pass(
    '10-bit 4:2:2 as wanted',
    { pixelFormat: 'yuv422p10le' },
    { settings: { pixelFormats: ['yuv422p10le'] } },
  ),
  fail(
    '8-bit 4:2:0 where 10-bit 4:2:2 is wanted',
    {},
    { settings: { pixelFormats: ['yuv422p10le'] }, saying: 'yuv420p' },
  ),
])
