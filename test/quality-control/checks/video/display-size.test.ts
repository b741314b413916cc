import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/display-size', [
  pass('any size of at least 360', {}),
  fail('240 lines', { displayWidth: 320, displayHeight: 240 }, { saying: 'only 320 × 240 px' }),
  pass('360 lines exactly', { displayWidth: 640, displayHeight: 360 }),
  pass('the size asked for', {}, { settings: { sizes: ['1280x720', '1920x1080'] } }),
  fail(
    'one pixel less',
    { displayHeight: 1079 },
    { settings: { sizes: ['1920x1080'] }, saying: '1920 × 1079' },
  ),
  pass(
    'upright as shown, though stored across',
    { displayWidth: 1080, displayHeight: 1920, rotationDegrees: 90 },
    { settings: { ratios: ['9:16'] } },
  ),
  fail(
    'across where upright is wanted',
    {},
    { settings: { ratios: ['9:16', '4:5'] }, saying: 'not an accepted aspect ratio' },
  ),
])
