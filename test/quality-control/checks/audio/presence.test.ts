import type { VideoFacts } from '../../../../quality-control/facts/video'
import type { CheckRow } from '../../../support/check-table'
import { describeCheck } from '../../../support/check-table'
import { audioFacts, videoFacts } from '../../../support/media-facts'

type Row = Omit<CheckRow, 'facts' | 'is'>
const soundOf = (is: CheckRow['is'], sound: VideoFacts['sound'], rest: Partial<Row> = {}): CheckRow => ({
  name: sound,
  is,
  facts: { video: videoFacts({ sound }) },
  ...rest,
})

describeCheck('audio/presence', [
  soundOf('pass', 'audible'),
  soundOf('fail', 'none', { saying: 'no audio track' }),
  soundOf('fail', 'silent', { saying: 'silent from start to end' }),
  { name: 'a sound file', is: 'not_applicable', facts: { audio: audioFacts() } },
])
