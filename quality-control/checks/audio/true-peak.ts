import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Peaks leave enough headroom',
  failureTitle: 'Peaks are too high',
  why: 'Peaks near full scale distort when the file is converted or coded again for air or for the web.',
  remedy: 'Put a true-peak limiter at the end of the mix, set a little below the limit.',
  source: 'ITU-R BS.1770-4 annex 2; EBU R 128',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxDbtp: { doc: 'Highest true peak', format: 'number', unit: 'dBTP', min: -20, max: 6, default: -1 },
    isFailure: { doc: 'Fails instead of warns', format: 'boolean', default: true },
  },
  run: ({ audio: { loudness, channels } }, { maxDbtp, isFailure }) => {
    const peak = loudness.truePeakDbtp
    if (peak === undefined) return notApplicable('The sound is digital silence.')
    // Measured to a tenth, as meters show it.
    if (peak < maxDbtp + 0.05) return []
    const loudest = channels
      .filter(({ truePeakDbtp = -Infinity }) => truePeakDbtp >= maxDbtp + 0.05)
      .map(({ name }) => name)
    const where = loudest.length === 0 ? '' : ` in ${loudest.join(', ')}`
    return [
      {
        level: isFailure ? 'fail' : 'warn',
        message: `The true peak reaches ${peak.toFixed(1)} dBTP${where}.`,
        measured: `${peak.toFixed(1)} dBTP`,
        expected: `at most ${maxDbtp} dBTP`,
      },
    ]
  },
})
