import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { flashFacts, videoFacts } from '../../../support/media-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const span = [{ start: 2, end: 3 }]

describeCheck('video/flashes', [
  pass('none', {}),
  pass('slow', { flashes: flashFacts({ mostTransitionsPerSecond: 3, transitions: [1, 2, 3] }) }),
  warn(
    'near the limit',
    { flashes: flashFacts({ mostTransitionsPerSecond: 6, warning: span }) },
    { saying: 'close to the limit at 0:02.000' },
  ),
  fail(
    'four a second',
    { flashes: flashFacts({ mostTransitionsPerSecond: 8, failing: span }) },
    { saying: 'more than three times per second' },
  ),
  fail('red', { flashes: flashFacts({ mostRedTransitionsPerSecond: 8, failing: span }) }),
  fail(
    'for seconds',
    { flashes: flashFacts({ mostTransitionsPerSecond: 5, extended: span }) },
    { saying: 'for several seconds' },
  ),
  pass(
    'for seconds where that is let pass',
    { flashes: flashFacts({ extended: span }) },
    { settings: { isExtendedFailure: false } },
  ),
])
