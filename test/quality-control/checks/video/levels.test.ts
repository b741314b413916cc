import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, warn, fail, notApplicable } = rowsOf((changes: Partial<VideoFacts>) => ({
  video: videoFacts(changes),
}))
const span = [{ start: 2, end: 3 }]
const levels = {
  outOfRange: [{ start: 4, end: 5.2 }],
  outOfR103: [],
  worstOutOfRangeShare: 0.034,
  worstOutOfR103Share: 0,
}

describeCheck('video/levels', [
  pass('within', {}),
  warn('outside for more than a second', { levels }, { saying: 'for 1.2 s from 0:04.000' }),
  pass('outside for less', { levels: { ...levels, outOfRange: [{ start: 4, end: 4.8 }] } }),
  pass('within the wider range of R 103', { levels }, { settings: { range: 'r103' } }),
  fail(
    'outside R 103 where that fails',
    { levels: { ...levels, outOfR103: span } },
    { settings: { range: 'r103', isFailure: true } },
  ),
  notApplicable('full range', { levels: undefined }),
])
