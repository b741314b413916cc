import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<AudioFacts>) => ({ audio: audioFacts(changes) }))

describeCheck('audio/clipping', [
  pass('none', {}),
  fail('one location', { clipping: [{ start: 3.2, end: 3.3 }] }, { saying: '0:03.200' }),
  pass(
    'one location that is accepted',
    { clipping: [{ start: 3.2, end: 3.3 }] },
    { settings: { maxLocations: 1 } },
  ),
])
