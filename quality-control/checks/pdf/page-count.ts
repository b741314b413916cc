import { defineCheck } from '../check'

export default defineCheck({
  title: 'Number of pages is as ordered',
  failureTitle: 'Number of pages is wrong',
  why: 'A missing or extra page shifts everything after it.',
  remedy: 'Export the document with exactly the pages that were ordered.',
  source: 'No standard: the order sets the number',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    minPages: { doc: 'Minimum number of pages', format: 'nat', unit: 'pages', default: 1 },
    maxPages: { doc: 'Maximum number of pages; 0 sets no limit', format: 'nat', unit: 'pages', default: 0 },
    multipleOf: {
      doc: 'The number of pages must be a multiple of this, such as 4 for a stitched brochure',
      format: 'nat',
      min: 1,
      default: 1,
    },
  },
  run: ({ pdf: { pageCount } }, { minPages, maxPages, multipleOf }) => {
    const expected = [
      `at least ${minPages}`,
      ...(maxPages > 0 ? [`at most ${maxPages}`] : []),
      ...(multipleOf > 1 ? [`a multiple of ${multipleOf}`] : []),
    ].join(', ')
    const isRight =
      pageCount >= minPages && (maxPages === 0 || pageCount <= maxPages) && pageCount % multipleOf === 0
    if (isRight) return []
    const message = `The PDF has ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}; expected ${expected}.`
    return [{ message, measured: `${pageCount} pages`, expected: `${expected} pages` }]
  },
})
