import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const scan = (flagged: VideoFacts['scan']['flagged'], content: VideoFacts['scan']['content']) => ({
  scan: { flagged, content, sampledFrames: 50 },
})

describeCheck('video/interlacing', [
  pass('progressive', {}),
  fail('interlaced', scan('interlaced', 'interlaced'), { saying: 'interlaced' }),
  fail('interlaced, flagged progressive, where any is accepted', scan('progressive', 'interlaced'), {
    settings: { wanted: 'any' },
    saying: 'flagged as progressive',
  }),
  warn('progressive frames in an interlaced stream', scan('interlaced', 'progressive'), {
    saying: 'flagged as interlaced',
  }),
  pass('segmented frames where any is accepted', scan('interlaced', 'progressive'), {
    settings: { wanted: 'any' },
  }),
  pass('interlaced as wanted', scan('interlaced', 'interlaced'), { settings: { wanted: 'interlaced' } }),
  fail('progressive where interlaced is wanted', {}, { settings: { wanted: 'interlaced' } }),
  pass('nothing moves, and nothing is flagged', scan('unknown', 'undetermined')),
])
