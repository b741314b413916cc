import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'JPEG quality is high enough',
  failureTitle: 'JPEG is compressed too much',
  why:
    'Strong compression leaves blocks and halos around edges and text. The lost detail cannot be ' +
    'restored.',
  remedy: 'Export again from the original with a higher quality.',
  source:
    'No standard: quality as the Independent JPEG Group counts it, estimated from the quantisation ' +
    'table',
  needs: ['image'],
  severity: 'major',
  settings: {
    failBelowQuality: { doc: 'Lower quality fails', format: 'nat', unit: 'of 100', max: 100, default: 50 },
    warnBelowQuality: { doc: 'Lower quality warns', format: 'nat', unit: 'of 100', max: 100, default: 70 },
  },
  run: ({ image: { jpeg } }, { failBelowQuality, warnBelowQuality }) => {
    if (jpeg === undefined) return notApplicable('The image is not a JPEG.')
    if (jpeg.quality >= Math.max(failBelowQuality, warnBelowQuality)) return []
    const level = jpeg.quality < failBelowQuality ? ('fail' as const) : ('warn' as const)
    const expected = `at least ${level === 'fail' ? failBelowQuality : warnBelowQuality}`
    const measured = `about ${jpeg.quality} of 100`
    return [
      {
        level,
        message: `The JPEG was saved with a quality of ${measured}; expected ${expected}.`,
        measured,
        expected,
      },
    ]
  },
})
