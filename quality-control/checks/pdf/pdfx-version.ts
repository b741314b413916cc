import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF is of the agreed PDF/X version',
  failureTitle: 'The PDF is not of an agreed PDF/X version',
  why: 'PDF/X is the promise that a file holds all that printing needs. The printer asked for a certain kind of it.',
  remedy: 'Export the document with the preset that the printer names, such as PDF/X-4.',
  source: 'ISO 15930',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    acceptedVersions: {
      doc: 'Accepted versions, by their beginnings',
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
        ? `The PDF does not say that it is ${expected}.`
        : `The PDF says that it is ${pdfxVersion}; wanted: ${expected}.`
    return [{ message, measured: pdfxVersion ?? 'no PDF/X', expected }]
  },
})
