import { defineCheck } from '../check'

export default defineCheck({
  title: 'The whole PDF was checked',
  failureTitle: 'Parts of the PDF could not be checked',
  why: 'The other results apply only to the parts that could be read.',
  remedy:
    'Ask a person to look at the file. If it is larger or more complex than necessary, export a ' +
    'simpler version.',
  source: 'No standard: a result that leaves out part of the file must say so',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { contentGaps, pageCount, pagesRead } }) => [
    ...contentGaps.map((message) => ({ message })),
    ...(pagesRead < pageCount
      ? [
          {
            level: 'warn' as const,
            message: `Only the first ${pagesRead} of ${pageCount} pages were checked.`,
            measured: `${pagesRead} pages`,
            expected: `${pageCount} pages`,
          },
        ]
      : []),
  ],
})
