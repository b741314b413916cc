import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Loudness is on target',
  failureTitle: 'Audio is too loud or too quiet',
  why:
    'Broadcasters reject audio that misses the target, and platforms turn it down. Next to others, the ' +
    'spot sounds wrong.',
  remedy: 'Change the level of the whole mix by the difference, and measure again.',
  source: 'EBU R 128 and ITU-R BS.1770-4; ATSC A/85 in North America',
  needs: ['audio'],
  severity: 'major',
  settings: {
    targetLufs: {
      doc: 'Target for the integrated loudness',
      format: 'number',
      unit: 'LUFS',
      min: -70,
      max: 0,
      default: -23,
    },
    toleranceLu: {
      doc: 'Accepted deviation from the target',
      format: 'number',
      unit: 'LU',
      min: 0,
      default: 0.5,
    },
    isFailure: { doc: 'Fails instead of warning', format: 'boolean', default: true },
  },
  run: ({ audio: { loudness } }, { targetLufs, toleranceLu, isFailure }) => {
    const { integratedLufs, notMeasurable } = loudness
    if (integratedLufs === undefined)
      return notApplicable(`The loudness cannot be measured: ${notMeasurable}.`)
    const difference = integratedLufs - targetLufs
    // Rounded to 0.1, as meters show it.
    if (Math.abs(difference) < toleranceLu + 0.05) return []
    const how = difference > 0 ? 'too loud' : 'too quiet'
    return [
      {
        level: isFailure ? 'fail' : 'warn',
        message: `The audio is ${Math.abs(difference).toFixed(1)} LU ${how}.`,
        measured: `${integratedLufs.toFixed(1)} LUFS`,
        expected: `${targetLufs} LUFS ± ${toleranceLu} LU`,
      },
    ]
  },
})
