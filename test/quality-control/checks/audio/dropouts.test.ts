import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn } = rowsOf((changes: Partial<AudioFacts>) => ({ audio: audioFacts(changes) }))

describeCheck('audio/dropouts', [
  pass('none', {}),
  warn('one frame', { dropouts: [{ start: 4, end: 4.04 }] }, { saying: 'drops out at 0:04.000' }),
  pass(
    'shorter than what counts',
    { dropouts: [{ start: 4, end: 4.04 }] },
    { settings: { minSeconds: 0.1 } },
  ),
])
