import { defineCheck } from '../check'

/** Not visible on paper, or meant for the press. */
const harmless = ['Link', 'Popup', 'PrinterMark', 'TrapNet', 'Widget']

export default defineCheck({
  title: 'Pages have no comments',
  failureTitle: 'Pages have comments',
  why: 'Review notes and marks may be printed or shown with the artwork.',
  remedy: 'Delete the comments, or flatten those that belong to the artwork.',
  source: 'ISO 32000-1, 12.5; ISO 15930: no printing annotations inside the bleed box',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { pages } }) =>
    pages.flatMap(({ page, annotations }) =>
      annotations
        .filter(({ subtype }) => !harmless.includes(subtype))
        .map(({ subtype, isPrinted, count }) => ({
          level: isPrinted ? ('fail' as const) : ('warn' as const),
          message:
            `Page ${page} has ${count} ${count === 1 ? 'comment' : 'comments'} ` +
            `(${subtype})${isPrinted ? ' that will be printed' : ''}.`,
          at: { page },
          measured: subtype,
          expected: 'none',
        })),
    ),
})
