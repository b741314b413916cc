import { defineCheck } from '../check'

export default defineCheck({
  title: 'The file is whole and undamaged',
  failureTitle: 'The file is damaged or incomplete',
  why: 'A damaged file may look right in one program and break in the next, on the ad server or at the printer.',
  remedy:
    'Upload the original again; if the fault stays, export the asset anew. An interrupted transfer is the usual cause.',
  needs: ['integrity'],
  severity: 'blocker',
  settings: {
    minDecodedPercent: {
      doc: 'Share of the declared frames that must decode',
      format: 'number',
      unit: '%',
      min: 0,
      max: 100,
      default: 99.5,
    },
    maxErrors: { doc: 'Decoder errors that are let pass', format: 'nat', default: 0 },
  },
  run: (
    { integrity: { isDecodable, errors, errorCount, decodedFrames, declaredFrames } },
    { minDecodedPercent, maxErrors },
  ) => {
    const reason = errors[0] === undefined ? '' : ` The decoder says: ${errors[0]}`
    if (!isDecodable)
      return [{ message: `The file cannot be decoded.${reason}`, expected: 'a file that opens' }]
    const damage = errorCount > maxErrors ? [damaged(errorCount, reason)] : []
    if (decodedFrames === undefined || declaredFrames === undefined || declaredFrames === 0) return damage
    const percent = (decodedFrames / declaredFrames) * 100
    if (percent >= minDecodedPercent) return damage
    const message = `Only ${decodedFrames} of ${declaredFrames} declared frames decode: the file was probably cut off.`
    return [
      { message, measured: `${percent.toFixed(1)} %`, expected: `at least ${minDecodedPercent} %` },
      ...damage,
    ]
  },
})

function damaged(errorCount: number, reason: string) {
  const count = errorCount === 1 ? 'One fault was' : `${errorCount} faults were`
  return {
    message: `${count} found while the file was decoded.${reason}`,
    measured: `${errorCount} errors`,
    expected: 'no decoder errors',
  }
}
