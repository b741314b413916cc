import type { VideoFacts } from '../../../../quality-control/facts/video'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { videoFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<VideoFacts>) => ({ video: videoFacts(changes) }))
const tracks = [{ codec: 'mov_text', language: 'eng' }]

describeCheck('video/captions', [
  fail('none', {}, { saying: 'no captions' }),
  pass('a track', { captions: { hasEmbedded: false, tracks } }),
  pass('in the picture', { captions: { hasEmbedded: true, tracks: [] } }),
  pass('the language', { captions: { hasEmbedded: false, tracks } }, { settings: { languages: ['eng'] } }),
  fail(
    'another language',
    { captions: { hasEmbedded: false, tracks } },
    { settings: { languages: ['eng', 'deu'] }, saying: 'deu' },
  ),
  fail(
    'unwanted',
    { captions: { hasEmbedded: true, tracks } },
    { settings: { wanted: 'absent' }, saying: 'CEA-608/708, mov_text (eng)' },
  ),
  pass('none wanted, none there', {}, { settings: { wanted: 'absent' } }),
])
