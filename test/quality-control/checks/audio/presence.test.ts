import type { VideoFacts } from '../../../../quality-control/facts/video'
import type { CheckRow } from '../../../support/check-table'
import { describeCheck } from '../../../support/check-table'
import { audioFacts, videoFacts } from '../../../support/media-facts'

type Row = Omit<CheckRow, 'facts' | 'is'>
const audioOf = (is: CheckRow['is'], audio: VideoFacts['audio'], rest: Partial<Row> = {}): CheckRow => ({
  name: audio,
  is,
  facts: { video: videoFacts({ audio }) },
  ...rest,
})

describeCheck('audio/presence', [
  audioOf('pass', 'audible'),
  audioOf('fail', 'none', { saying: 'no audio track' }),
  audioOf('fail', 'silent', { saying: 'silent from start to end' }),
  { name: 'an audio file', is: 'not_applicable', facts: { audio: audioFacts() } },
])
