import { type CheckFinding, defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'JPEG quality is high enough',
  failureTitle: 'JPEG is compressed too much',
  why:
    'Strong compression leaves blocks and halos around edges and text. The lost detail cannot be ' +
    'restored.',
  remedy: 'Export again from the original with a higher quality.',
  source:
    'No standard: quality as the Independent JPEG Group counts it, estimated from the quantisation ' +
    'tables; eyes see less of colour, so it may have 20 less',
  needs: ['image'],
  severity: 'major',
  settings: {
    failBelowQuality: { doc: 'Lower quality fails', format: 'nat', unit: 'of 100', max: 100, default: 50 },
    warnBelowQuality: { doc: 'Lower quality warns', format: 'nat', unit: 'of 100', max: 100, default: 70 },
    failBelowChromaQuality: {
      doc: 'Lower quality of the colour fails, where it is compressed by a table of its own',
      format: 'nat',
      unit: 'of 100',
      max: 100,
      default: 30,
    },
    warnBelowChromaQuality: {
      doc: 'Lower quality of the colour warns',
      format: 'nat',
      unit: 'of 100',
      max: 100,
      default: 50,
    },
  },
  run: ({ image: { jpeg } }, limits) => {
    if (jpeg === undefined) return notApplicable('The image is not a JPEG.')
    const colour = { fail: limits.failBelowChromaQuality, warn: limits.warnBelowChromaQuality }
    return [
      ...tooLow(jpeg.quality, { fail: limits.failBelowQuality, warn: limits.warnBelowQuality }, 'JPEG was'),
      ...tooLow(jpeg.chromaQuality ?? 100, colour, 'colour of the JPEG was'),
    ]
  },
})

function tooLow(quality: number, below: { fail: number; warn: number }, what: string): CheckFinding[] {
  if (quality >= Math.max(below.fail, below.warn)) return []
  const level = quality < below.fail ? 'fail' : 'warn'
  const expected = `at least ${level === 'fail' ? below.fail : below.warn}`
  const measured = `about ${quality} of 100`
  const message = `The ${what} saved with a quality of ${measured}; expected ${expected}.`
  return [{ level, message, measured, expected }]
}
