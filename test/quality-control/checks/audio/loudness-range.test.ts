import type { AudioFacts, LoudnessFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const loudness = (changes: Partial<LoudnessFacts>) => ({ loudness: { ...audioFacts().loudness, ...changes } })
const tooShort = { loudness: { notMeasurable: 'shorter than one block of 400 ms' } }
const minute = { programme: { ...audioFacts().programme, durationSeconds: 60 } }

describeCheck('audio/loudness-range', [
  pass('narrow', minute),
  warn('wide', { ...minute, ...loudness({ rangeLu: 24 }) }, { saying: '24.0 LU' }),
  notApplicable('a short spot', loudness({ rangeLu: 24 })),
  notApplicable('too short to measure', tooShort),
])
