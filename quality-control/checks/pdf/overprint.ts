import { defineCheck } from '../check'
import { samePages } from '../same-pages'

const things = { text: 'text', vector: 'objects', image: 'images', shading: 'gradients' }

const names = { white: 'white', gray: 'DeviceGray', black: 'black', other: 'coloured' }

export default defineCheck({
  title: 'Overprint is set correctly',
  failureTitle: 'Objects overprint that should not',
  why:
    'White objects set to overprint disappear in print. Grey in DeviceGray overprints on one press and ' +
    'not on the next. Other colours mix with what is under them.',
  remedy:
    'Switch overprint off for white objects, and for coloured ones unless it is intended. Define grey ' +
    'that must overprint in CMYK black.',
  source: 'Ghent Workgroup 2015, "White Text/Paths Overprint" and "Grayscale Overprint"; ISO 32000-1, 8.6.7',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    isColourAccepted: { doc: 'Coloured objects may overprint', format: 'boolean', default: true },
    isGrayAccepted: { doc: 'Objects in DeviceGray may overprint', format: 'boolean', default: false },
  },
  run: ({ pdf: { pages } }, { isColourAccepted, isGrayAccepted }) =>
    samePages(
      pages.flatMap(({ page, overprint }) =>
        overprint
          .filter(
            ({ colour }) =>
              colour === 'white' ||
              (colour === 'gray' && !isGrayAccepted) ||
              (colour === 'other' && !isColourAccepted),
          )
          .map(({ colour, painted }) => ({ page, what: `${names[colour]} ${things[painted]}` })),
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
