import type { AudioFacts, LoudnessFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn, fail, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const loudness = (changes: Partial<LoudnessFacts>) => ({ loudness: { ...audioFacts().loudness, ...changes } })
const tooShort = { loudness: { notMeasurable: 'shorter than one block of 400 ms' } }

describeCheck('audio/loudness', [
  pass('-23 LUFS', {}),
  pass('half a unit less', loudness({ integratedLufs: -23.5 })),
  fail('0.6 units louder', loudness({ integratedLufs: -22.4 }), { saying: '0.6 LU too loud' }),
  fail('too quiet', loudness({ integratedLufs: -30 }), { saying: '7.0 LU too quiet' }),
  pass('-24 in North America', loudness({ integratedLufs: -25.9 }), {
    settings: { targetLufs: -24, toleranceLu: 2 },
  }),
  warn('too quiet for the web', {}, { settings: { targetLufs: -14, toleranceLu: 2, isFailure: false } }),
  notApplicable('too short', tooShort, { saying: '400 ms' }),
])
