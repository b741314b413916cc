import { defineCheck } from '../check'
import { samePages } from '../same-pages'

export default defineCheck({
  title: 'No page is blank',
  failureTitle: 'Pages are blank',
  why: 'A blank page is often an export error, or its content is on a hidden layer.',
  remedy: 'Remove the blank pages, or restore what is missing on them.',
  source: 'No standard: blank is a page with no paint on it, or only white',
  needs: ['pdf'],
  severity: 'major',
  settings: { maxPages: { doc: 'Maximum number of blank pages', format: 'nat', unit: 'pages', default: 0 } },
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
