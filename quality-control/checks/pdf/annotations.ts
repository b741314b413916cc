import { defineCheck } from '../check'

/** Not seen on paper, or meant for the press. */
const harmless = ['Link', 'Popup', 'PrinterMark', 'TrapNet', 'Widget']

export default defineCheck({
  title: 'No comments lie on the pages',
  failureTitle: 'Comments lie on the pages',
  why: 'Notes and marks of a review may be printed or shown with the artwork.',
  remedy: 'Delete the comments, or flatten those that are part of the artwork.',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { pages } }) =>
    pages.flatMap(({ page, annotations }) =>
      annotations
        .filter(({ subtype }) => !harmless.includes(subtype))
        .map(({ subtype, isPrinted, count }) => ({
          level: isPrinted ? ('fail' as const) : ('warn' as const),
          message: `Page ${page} has ${count} ${count === 1 ? 'comment' : 'comments'} (${subtype})${isPrinted ? ' that would be printed' : ''}.`,
          at: { page },
          measured: subtype,
          expected: 'none',
        })),
    ),
})
