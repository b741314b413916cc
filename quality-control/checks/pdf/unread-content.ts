import { defineCheck } from '../check'

export default defineCheck({
  title: 'The whole PDF could be examined',
  failureTitle: 'Parts of the PDF could not be examined',
  why: 'What was not examined is not known to be right: the other results hold for the rest only.',
  remedy:
    'Have a person look at the file. If it is larger or more complex than it should be, export it again in a simpler way.',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { contentGaps, pageCount, pagesAnalysed } }) => [
    ...contentGaps.map((message) => ({ message })),
    ...(pagesAnalysed < pageCount
      ? [
          {
            level: 'warn' as const,
            message: `Of ${pageCount} pages the first ${pagesAnalysed} were examined.`,
            measured: `${pagesAnalysed} pages`,
            expected: `${pageCount} pages`,
          },
        ]
      : []),
  ],
})
