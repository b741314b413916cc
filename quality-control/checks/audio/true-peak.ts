import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'True peak leaves enough headroom',
  failureTitle: 'True peak is too high',
  why: 'Peaks near full scale distort when the audio is converted or encoded again for broadcast or the web.',
  remedy: 'Put a true-peak limiter at the end of the mix, set slightly below the limit.',
  source: 'ITU-R BS.1770-4 annex 2; EBU R 128; EBU Tech 3341: a meter may read up to 0.2 dB too high',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxDbtp: { doc: 'Maximum true peak', format: 'number', unit: 'dBTP', min: -20, max: 6, default: -1 },
    toleranceDb: {
      doc: 'So far above the limit is a warning: meters differ by it',
      format: 'number',
      unit: 'dB',
      min: 0,
      default: 0.2,
    },
    isFailure: { doc: 'Fails instead of warning', format: 'boolean', default: true },
  },
  run: ({ audio: { loudness, channels } }, { maxDbtp, toleranceDb, isFailure }) => {
    const peak = loudness.truePeakDbtp
    if (peak === undefined) return notApplicable('The audio is digital silence.')
    // Rounded to 0.1, as meters show it.
    if (peak < maxDbtp + 0.05) return []
    const loudest = channels
      .filter(({ truePeakDbtp = -Infinity }) => truePeakDbtp >= maxDbtp + 0.05)
      .map(({ name }) => name)
    const where = loudest.length === 0 ? '' : ` in ${loudest.join(', ')}`
    return [
      {
        level: isFailure && peak >= maxDbtp + toleranceDb + 0.05 ? 'fail' : 'warn',
        message: `The true peak reaches ${peak.toFixed(1)} dBTP${where}.`,
        measured: `${peak.toFixed(1)} dBTP`,
        expected: `at most ${maxDbtp} dBTP`,
      },
    ]
  },
})
