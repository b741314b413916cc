import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The loudness is right',
  failureTitle: 'The sound is too loud or too quiet',
  why: 'Broadcasters refuse what is off their target, and platforms turn it down: next to others the spot sounds wrong.',
  remedy: 'Change the level of the whole mix by the difference, and measure again.',
  source: 'EBU R 128 / ITU-R BS.1770-4; ATSC A/85 in North America',
  needs: ['audio'],
  severity: 'major',
  settings: {
    targetLufs: {
      doc: 'Integrated loudness',
      format: 'number',
      unit: 'LUFS',
      min: -70,
      max: 0,
      default: -23,
    },
    toleranceLu: { doc: 'How far it may be off', format: 'number', unit: 'LU', min: 0, default: 0.5 },
    isFailure: { doc: 'Fails instead of warns', format: 'boolean', default: true },
  },
  run: ({ audio: { loudness } }, { targetLufs, toleranceLu, isFailure }) => {
    const { integratedLufs, notMeasurable } = loudness
    if (integratedLufs === undefined)
      return notApplicable(`The loudness is not measurable: ${notMeasurable}.`)
    const difference = integratedLufs - targetLufs
    // Measured to a tenth, as meters show it.
    if (Math.abs(difference) < toleranceLu + 0.05) return []
    const how = difference > 0 ? 'too loud' : 'too quiet'
    return [
      {
        level: isFailure ? 'fail' : 'warn',
        message: `The sound is ${Math.abs(difference).toFixed(1)} LU ${how}.`,
        measured: `${integratedLufs.toFixed(1)} LUFS`,
        expected: `${targetLufs} LUFS ± ${toleranceLu} LU`,
      },
    ]
  },
})
