import type { AudioFacts, LoudnessFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const loudness = (changes: Partial<LoudnessFacts>) => ({ loudness: { ...audioFacts().loudness, ...changes } })
const tooShort = { loudness: { notMeasurable: 'shorter than one block of 400 ms' } }

describeCheck('audio/short-term-loudness', [
  pass('both kept', {}),
  pass('one of the two kept', loudness({ maxShortTermLufs: -16 })),
  fail('none kept', loudness({ maxShortTermLufs: -16, maxMomentaryLufs: -13 }), {
    saying: 'short-term loudness reaches -16.0 LUFS',
  }),
  fail('one of the two where both must hold', loudness({ maxShortTermLufs: -16 }), {
    settings: { mustMeetBoth: true },
  }),
  fail('a spot under 3 s, too loud', loudness({ maxShortTermLufs: undefined, maxMomentaryLufs: -13 }), {
    saying: 'momentary',
  }),
  notApplicable('too short', tooShort),
])
