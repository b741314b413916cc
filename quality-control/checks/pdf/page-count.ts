import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF has the number of pages that was asked for',
  failureTitle: 'The PDF has the wrong number of pages',
  why: 'A missing or a surplus page shifts everything that follows it.',
  remedy: 'Export the document again with exactly the pages that belong to the order.',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    minPages: { doc: 'Fewest pages', format: 'nat', unit: 'pages', default: 1 },
    maxPages: { doc: 'Most pages; 0 for no limit', format: 'nat', unit: 'pages', default: 0 },
    multipleOf: {
      doc: 'The page count must be a multiple of this, such as 4 for a stitched brochure',
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
    const message = `The PDF has ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}; wanted: ${expected}.`
    return [{ message, measured: `${pageCount} pages`, expected: `${expected} pages` }]
  },
})
