import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/codec', [
  pass('H.264', {}),
  fail('Motion JPEG', { codec: 'mjpeg' }, { saying: 'coded as mjpeg' }),
  fail('H.264 where ProRes is wanted', {}, { settings: { codecs: ['prores'] } }),
])
