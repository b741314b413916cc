import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))

describeCheck('video/bit-rate', [
  notApplicable('no limits', {}),
  notApplicable('unknown', { bitsPerSecond: undefined }, { settings: { minMegabitsPerSecond: 1 } }),
  pass('8 Mbit/s', {}, { settings: { minMegabitsPerSecond: 8, maxMegabitsPerSecond: 8 } }),
  fail('too low', {}, { settings: { minMegabitsPerSecond: 10 }, saying: 'only 8.00 Mbit/s' }),
  fail('too high', {}, { settings: { maxMegabitsPerSecond: 4 }, saying: '8.00 Mbit/s' }),
])
