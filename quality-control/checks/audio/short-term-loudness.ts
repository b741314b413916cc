import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'No moment is much louder than the rest',
  failureTitle: 'Some moments are much too loud',
  why: 'Short spots can meet the average and still shout: so their loudest moment is limited too.',
  remedy: 'Bring the loudest passage down in the mix.',
  source: 'EBU R 128 s1: short-term at most -18 LUFS, or momentary at most -15 LUFS',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxShortTermLufs: {
      doc: 'Highest short-term loudness (3 s)',
      format: 'number',
      unit: 'LUFS',
      min: -70,
      max: 0,
      default: -18,
    },
    maxMomentaryLufs: {
      doc: 'Highest momentary loudness (400 ms)',
      format: 'number',
      unit: 'LUFS',
      min: -70,
      max: 0,
      default: -15,
    },
    mustMeetBoth: {
      doc: 'Both limits hold; else one of the two suffices',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ audio: { loudness } }, { maxShortTermLufs, maxMomentaryLufs, mustMeetBoth }) => {
    const { maxShortTermLufs: shortTerm, maxMomentaryLufs: momentary, notMeasurable } = loudness
    if (momentary === undefined)
      return notApplicable(`The loudness is not measurable: ${notMeasurable ?? 'the sound is too quiet'}.`)
    const over = [
      ...(shortTerm !== undefined && shortTerm >= maxShortTermLufs + 0.05
        ? [{ name: 'short-term', lufs: shortTerm, most: maxShortTermLufs }]
        : []),
      ...(momentary >= maxMomentaryLufs + 0.05
        ? [{ name: 'momentary', lufs: momentary, most: maxMomentaryLufs }]
        : []),
    ]
    const measurable = shortTerm === undefined ? 1 : 2
    if (over.length < (mustMeetBoth ? 1 : measurable)) return []
    return over.map(({ name, lufs, most }) => ({
      message: `The ${name} loudness reaches ${lufs.toFixed(1)} LUFS.`,
      measured: `${lufs.toFixed(1)} LUFS`,
      expected: `at most ${most} LUFS`,
    }))
  },
})
