import { defineCheck } from '../check'
import { samePages } from '../same-pages'

const roundingPoints = 0.1

export default defineCheck({
  title: 'Page boxes are consistent',
  failureTitle: 'Page boxes contradict each other',
  why:
    'Printers place and cut a page by its boxes. When they contradict each other, part of the page is ' +
    'lost.',
  remedy: 'Export the PDF again instead of cropping it afterwards, or ask prepress to correct the boxes.',
  source: 'ISO 32000-1, 14.11.2; ISO 15930',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { pages } }) =>
    samePages(
      pages.flatMap(({ page, boxes }) =>
        pairs.flatMap(([inner, outer]) => {
          const [a, b] = [boxes[inner], boxes[outer]]
          if (a.origin === 'default' || b.origin === 'default') return []
          const outside = Math.max(b.left - a.left, a.right - b.right, b.bottom - a.bottom, a.top - b.top)
          return outside <= roundingPoints
            ? []
            : [
                {
                  page,
                  what:
                    `the ${inner} box extends ${((outside * 25.4) / 72).toFixed(1)} mm beyond ` +
                    `the ${outer} box`,
                },
              ]
        }),
      ),
    ).map(({ what, where, page }) => ({ message: `${where}: ${what}.`, at: { page } })),
})

const pairs = [
  ['trim', 'bleed'],
  ['trim', 'crop'],
  ['art', 'bleed'],
  ['bleed', 'media'],
  ['trim', 'media'],
] as const
