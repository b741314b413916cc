import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const slate = { frozen: [{ start: 0, end: 7 }], black: [{ start: 7, end: 10 }] }

describeCheck('video/slate', [
  pass('none', {}),
  warn('a still, then black', slate, { saying: '7 s still at 0:00.000' }),
  pass('a still without black', { frozen: [{ start: 0, end: 7 }] }),
  pass('a packshot and black at the end', {
    frozen: [{ start: 15, end: 19 }],
    black: [{ start: 19, end: 20 }],
  }),
  pass('wanted', slate, { settings: { wanted: 'present' } }),
  fail('wanted and missing', {}, { settings: { wanted: 'present' }, saying: 'without a slate' }),
])
