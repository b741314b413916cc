import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const container = (changes: Partial<VideoFacts['container']>) => ({
  container: { ...videoFacts().container, ...changes },
})

describeCheck('video/container', [
  pass('MP4', {}),
  fail('AVI', container({ name: 'avi' }), { saying: 'The file format is avi; accepted: mp4' }),
  pass('AVI where it is wanted', container({ name: 'avi' }), { settings: { containers: ['avi'] } }),
])
