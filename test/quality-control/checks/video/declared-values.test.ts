import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const container = (changes: Partial<VideoFacts['container']>) => ({
  container: { ...videoFacts().container, ...changes },
})

describeCheck('video/declared-values', [
  pass('true', {}),
  pass('half a second longer', container({ durationSeconds: 20.5 })),
  fail('much longer', container({ durationSeconds: 3600 }), { saying: 'The header states 3600 s' }),
  pass('not declared', container({ durationSeconds: undefined })),
  fail(
    'nonsense',
    container({ oddities: ['The container declares a time of nan s, expected at most a week.'] }),
    { saying: 'nan' },
  ),
])
