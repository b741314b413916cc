import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const stereo = { outOfPhase: [], mono: [] }

describeCheck('audio/mono', [
  pass('stereo', {}),
  pass('mono for half of it', { stereo: { ...stereo, mono: [{ start: 0, end: 10 }] } }),
  warn('mono', { stereo: { ...stereo, mono: [{ start: 0, end: 20 }] } }, { saying: 'identical' }),
  warn('mono wherever it is heard', {
    stereo: { ...stereo, mono: [{ start: 0, end: 10 }] },
    silences: [{ start: 10, end: 20 }],
  }),
  notApplicable('a single channel', { stereo: undefined }),
  notApplicable('silent', { silences: [{ start: 0, end: 20 }] }),
])
