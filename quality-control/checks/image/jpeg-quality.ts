import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The JPEG is not compressed too hard',
  failureTitle: 'The JPEG is compressed too hard',
  why: 'Strong compression leaves blocks and halos around edges and text, and nothing brings the detail back.',
  remedy: 'Export again from the original with a higher quality.',
  source: 'Estimated from the quantisation table on the scale of the Independent JPEG Group',
  needs: ['image'],
  severity: 'major',
  settings: {
    failBelowQuality: { doc: 'Lower quality fails', format: 'nat', unit: 'of 100', max: 100, default: 50 },
    warnBelowQuality: { doc: 'Lower quality warns', format: 'nat', unit: 'of 100', max: 100, default: 70 },
  },
  run: ({ image: { jpeg } }, { failBelowQuality, warnBelowQuality }) => {
    if (jpeg === undefined) return notApplicable('The picture is no JPEG.')
    if (jpeg.quality >= Math.max(failBelowQuality, warnBelowQuality)) return []
    const level = jpeg.quality < failBelowQuality ? ('fail' as const) : ('warn' as const)
    const expected = `at least ${level === 'fail' ? failBelowQuality : warnBelowQuality}`
    const measured = `about ${jpeg.quality} of 100`
    return [
      {
        level,
        message: `The JPEG was saved with a quality of ${measured}; wanted: ${expected}.`,
        measured,
        expected,
      },
    ]
  },
})
