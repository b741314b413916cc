import { defineCheck } from '../check'
import { samePages } from '../same-pages'

const things = { text: 'text', vector: 'objects', image: 'images', shading: 'gradients' }

export default defineCheck({
  title: 'Overprint is set correctly',
  failureTitle: 'Objects overprint that should not',
  why: 'White objects set to overprint disappear in print. Other colours mix with what is under them.',
  remedy: 'Switch overprint off for white objects, and for coloured ones unless it is intended.',
  source: 'ISO 32000-1, 8.6.7; Ghent Workgroup 2015 (white overprint)',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    isColourAccepted: { doc: 'Coloured objects may overprint', format: 'boolean', default: true },
  },
  run: ({ pdf: { pages } }, { isColourAccepted }) =>
    samePages(
      pages.flatMap(({ page, overprint }) =>
        overprint
          .filter(({ colour }) => colour === 'white' || (colour === 'other' && !isColourAccepted))
          .map(({ colour, painted }) => ({
            page,
            what: `${colour === 'white' ? 'white' : 'coloured'} ${things[painted]}`,
          })),
      ),
    ).map(({ what, where, page }) => {
      const level = what.startsWith('white') ? ('fail' as const) : ('warn' as const)
      return {
        level,
        message: `${where}: ${what} set to overprint.`,
        at: { page },
        measured: 'overprint',
        expected: 'knockout',
      }
    }),
})
