import { defineCheck } from '../check'
import { samePages } from '../same-pages'

const things = { text: 'text', vector: 'objects', image: 'pictures', shading: 'gradients' }

export default defineCheck({
  title: 'Overprinting is set as it should be',
  failureTitle: 'Objects overprint that should not',
  why: 'White that is set to overprint vanishes in print. Other colours mix with what lies under them.',
  remedy: 'Take the overprint attribute off white objects, and off coloured ones unless it is meant.',
  source: 'ISO 32000-1, 8.6.7; Ghent Workgroup specifications (white overprint)',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    isColourAccepted: { doc: 'Whether coloured objects may overprint', format: 'boolean', default: true },
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
