import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))

describeCheck('video/frozen-frames', [
  pass('none', {}),
  pass('shorter than a second', { frozen: [{ start: 3, end: 3.9 }] }),
  warn('a second', { frozen: [{ start: 3, end: 4 }] }, { saying: 'The video freezes for 1 s at 0:03.000' }),
  warn('a packshot at the end', { frozen: [{ start: 18, end: 20 }] }),
  pass(
    'a packshot at the end that is let pass',
    { frozen: [{ start: 18, end: 20 }] },
    { settings: { maxEndSeconds: 2 } },
  ),
  pass(
    'the same, with black behind',
    { frozen: [{ start: 17, end: 19 }], black: [{ start: 19, end: 20 }] },
    { settings: { maxEndSeconds: 2 } },
  ),
  warn('a longer one', { frozen: [{ start: 15, end: 20 }] }, { settings: { maxEndSeconds: 2 } }),
])
