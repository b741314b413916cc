import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'No moment is much louder than the rest',
  failureTitle: 'Some moments are much too loud',
  why: 'A short spot can meet the average and still have very loud moments, so they are limited too.',
  remedy: 'Lower the loudest passage in the mix.',
  source: 'EBU R 128 s1: short-term at most -18 LUFS, or momentary at most -15 LUFS',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxShortTermLufs: {
      doc: 'Maximum short-term loudness (3 s)',
      format: 'number',
      unit: 'LUFS',
      min: -70,
      max: 0,
      default: -18,
    },
    maxMomentaryLufs: {
      doc: 'Maximum momentary loudness (400 ms)',
      format: 'number',
      unit: 'LUFS',
      min: -70,
      max: 0,
      default: -15,
    },
    mustMeetBoth: {
      doc: 'Both limits must be met; otherwise one is enough',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ audio: { loudness } }, { maxShortTermLufs, maxMomentaryLufs, mustMeetBoth }) => {
    const { maxShortTermLufs: shortTerm, maxMomentaryLufs: momentary, notMeasurable } = loudness
    if (momentary === undefined)
      return notApplicable(`The loudness cannot be measured: ${notMeasurable ?? 'the audio is too quiet'}.`)
    const over = [
      ...(shortTerm !== undefined && shortTerm >= maxShortTermLufs + 0.05
        ? [{ name: 'short-term', lufs: shortTerm, max: maxShortTermLufs }]
        : []),
      ...(momentary >= maxMomentaryLufs + 0.05
        ? [{ name: 'momentary', lufs: momentary, max: maxMomentaryLufs }]
        : []),
    ]
    const measurable = shortTerm === undefined ? 1 : 2
    if (over.length < (mustMeetBoth ? 1 : measurable)) return []
    return over.map(({ name, lufs, max }) => ({
      message: `The ${name} loudness reaches ${lufs.toFixed(1)} LUFS.`,
      measured: `${lufs.toFixed(1)} LUFS`,
      expected: `at most ${max} LUFS`,
    }))
  },
})
