import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))

describeCheck('audio/silence', [
  pass('none', {}),
  pass('a second in between', { silences: [{ start: 5, end: 6 }] }),
  warn('longer', { silences: [{ start: 5, end: 6.5 }] }, { saying: 'Silence of 1.5 s at 0:05.000' }),
  warn('at the start', { silences: [{ start: 0, end: 1.2 }] }, { saying: 'at the start' }),
  warn('at the end', { silences: [{ start: 17, end: 19.99 }] }, { saying: 'at the end' }),
  pass('at the end, shorter', { silences: [{ start: 18.2, end: 20 }] }),
  notApplicable('throughout', { silences: [{ start: 0, end: 20 }] }),
])
