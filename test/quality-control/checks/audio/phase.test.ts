import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const stereo = { outOfPhase: [], mono: [] }

describeCheck('audio/phase', [
  pass('in phase', {}),
  fail(
    'opposed',
    { stereo: { ...stereo, outOfPhase: [{ start: 2, end: 4 }] } },
    { saying: 'out of phase for 2 s from 0:02.000' },
  ),
  pass(
    'opposed for less than what counts',
    { stereo: { ...stereo, outOfPhase: [{ start: 2, end: 4 }] } },
    { settings: { minSeconds: 3 } },
  ),
  fail(
    'opposed but for a rest of 5 %',
    { stereo: { ...stereo, meanPhase: -0.968 } },
    { saying: 'almost opposite' },
  ),
  pass('wide', { stereo: { ...stereo, meanPhase: -0.9 } }),
  notApplicable('5.1', { stereo: undefined }),
])
