import { defineCheck } from '../check'
import { samePages } from '../same-pages'

export default defineCheck({
  title: 'No page is blank',
  failureTitle: 'Pages are blank',
  why: 'A blank page is often a slip of the export, or its content is on a hidden layer.',
  remedy: 'Remove the blank pages, or find out what is missing on them.',
  needs: ['pdf'],
  severity: 'major',
  settings: { maxPages: { doc: 'How many blank pages pass', format: 'nat', unit: 'pages', default: 0 } },
  run: ({ pdf: { pages } }, { maxPages }) => {
    const blank = pages.filter(({ isBlank }) => isBlank)
    if (blank.length <= maxPages) return []
    const level = blank.length === pages.length ? ('fail' as const) : ('warn' as const)
    return samePages(blank.map(({ page }) => ({ page, what: 'blank' }))).map(({ what, where, page }) => ({
      level,
      message: `${where}: ${what}.`,
      at: { page },
      measured: what,
    }))
  },
})
