import { defineCheck } from '../check'

export default defineCheck({
  title: 'File is complete and undamaged',
  failureTitle: 'File is damaged or incomplete',
  why: 'A damaged file may open in one program and fail in the next, on the ad server or at the printer.',
  remedy:
    'Upload the original again. If the error remains, export the asset again. An interrupted upload is ' +
    'the usual cause.',
  source:
    'No standard: 99.5 % allows for a container that miscounts a few frames, and still finds a file ' +
    'that was cut off',
  needs: ['integrity'],
  severity: 'blocker',
  settings: {
    minDecodedPercent: {
      doc: 'Minimum share of the declared frames that must decode',
      format: 'number',
      unit: '%',
      min: 0,
      max: 100,
      default: 99.5,
    },
    maxErrors: { doc: 'Decoder errors that still pass', format: 'nat', default: 0 },
  },
  run: (
    { integrity: { isDecodable, errors, errorCount, decodedFrames, declaredFrames, hasRebuiltXref } },
    { minDecodedPercent, maxErrors },
  ) => {
    const [reason] = errors
    if (!isDecodable)
      return [{ message: 'The file cannot be decoded.', measured: reason, expected: 'a file that opens' }]
    if (hasRebuiltXref === true) return [rebuilt]
    const damage = errorCount > maxErrors ? [damaged(errorCount, reason)] : []
    if (decodedFrames === undefined || declaredFrames === undefined || declaredFrames === 0) return damage
    const percent = (decodedFrames / declaredFrames) * 100
    if (percent >= minDecodedPercent) return damage
    const message =
      `Only ${decodedFrames} of ${declaredFrames} frames could be decoded. The ` +
      `file was probably cut off.`
    return [
      { message, measured: `${percent.toFixed(1)} %`, expected: `at least ${minDecodedPercent} %` },
      ...damage,
    ]
  },
})

const rebuilt = {
  level: 'warn' as const,
  message:
    'The cross-reference table of the PDF is wrong. Viewers rebuild it, and nothing is missing, but the ' +
    'system of a printer may refuse the file.',
  measured: 'a table that was rebuilt',
  expected: 'a correct table',
}

/** What the decoder says is for support, so it is a measure and no sentence. */
function damaged(errorCount: number, reason: string | undefined) {
  const count = errorCount === 1 ? '1 error' : `${errorCount} errors`
  return {
    message: 'Errors occurred while the file was decoded. Parts of it may be missing or look wrong.',
    measured: reason === undefined ? count : `${count}: ${reason}`,
    expected: 'no decoder errors',
  }
}
