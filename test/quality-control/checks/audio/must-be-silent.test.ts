import type { VideoFacts } from '../../../../quality-control/facts/video'
import type { CheckRow } from '../../../support/check-table'
import { describeCheck } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

type Row = Omit<CheckRow, 'facts' | 'is'>
const soundOf = (is: CheckRow['is'], sound: VideoFacts['sound'], rest: Partial<Row> = {}): CheckRow => ({
  name: sound,
  is,
  facts: { video: videoFacts({ sound }) },
  ...rest,
})

describeCheck('audio/must-be-silent', [
  soundOf('pass', 'none'),
  soundOf('pass', 'silent'),
  soundOf('fail', 'silent', {
    name: 'a silent track where none may be',
    settings: { maySilentTrackRemain: false },
  }),
  soundOf('fail', 'audible', { saying: 'audible' }),
])
