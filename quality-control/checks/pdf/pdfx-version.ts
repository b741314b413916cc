import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF/X version is accepted',
  failureTitle: 'PDF/X version is missing or not accepted',
  why:
    'PDF/X guarantees that a file contains everything needed for print. The printer asked for one of ' +
    'its versions.',
  remedy: 'Export with the preset that the printer names, such as PDF/X-4.',
  source: 'ISO 15930',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    acceptedVersions: {
      doc: 'Accepted versions, by the start of their names',
      format: 'strings',
      default: ['PDF/X-1a', 'PDF/X-3', 'PDF/X-4'],
    },
  },
  run: ({ pdf: { pdfxVersion } }, { acceptedVersions }) => {
    if (pdfxVersion !== undefined && acceptedVersions.some((version) => pdfxVersion.startsWith(version)))
      return []
    const expected = acceptedVersions.join(' or ')
    const message =
      pdfxVersion === undefined
        ? `The PDF does not claim to be PDF/X; expected ${expected}.`
        : `The PDF claims to be ${pdfxVersion}; expected ${expected}.`
    return [{ message, measured: pdfxVersion ?? 'no PDF/X', expected }]
  },
})
