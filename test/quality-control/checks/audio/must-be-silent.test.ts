import type { VideoFacts } from '../../../../quality-control/facts/video'
import type { CheckRow } from '../../../support/check-table'
import { describeCheck } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

type Row = Omit<CheckRow, 'facts' | 'is'>
const audioOf = (is: CheckRow['is'], audio: VideoFacts['audio'], rest: Partial<Row> = {}): CheckRow => ({
  name: audio,
  is,
  facts: { video: videoFacts({ audio }) },
  ...rest,
})

describeCheck('audio/must-be-silent', [
  audioOf('pass', 'none'),
  audioOf('pass', 'silent'),
  audioOf('fail', 'silent', {
    name: 'a silent track where none may be',
    settings: { maySilentTrackRemain: false },
  }),
  audioOf('fail', 'audible', { saying: 'audible' }),
])
