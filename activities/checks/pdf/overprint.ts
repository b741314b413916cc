import { defineCheck } from '../check'

const things = { text: 'text', vector: 'objects', image: 'pictures', shading: 'gradients' }

export default defineCheck({
  title: 'Overprinting is set as it should be',
  failureTitle: 'Objects overprint that should not',
  why: 'White that is set to overprint vanishes in print. Other colours mix with what lies under them.',
  remedy: 'Take the overprint attribute off white objects, and off coloured ones unless it is meant.',
  source: 'ISO 32000-1, 8.6.7; Ghent Workgroup specifications (white overprint)',
  needs: ['pdf'],
  severity: 'major',
  settings: { isColourAccepted: { doc: 'Whether coloured objects may overprint', format: 'boolean', default: true } },
  run: ({ pdf: { pages } }, { isColourAccepted }) =>
    pages.flatMap(({ page, overprint }) =>
      overprint.flatMap(({ colour, painted, count }) => {
        if (colour === 'black' || (colour === 'other' && isColourAccepted)) return []
        const name = colour === 'white' ? 'White' : 'Coloured'
        const level = colour === 'white' ? ('fail' as const) : ('warn' as const)
        return [
          {
            level,
            message: `${name} ${things[painted]} on page ${page} overprint (${count} ×).`,
            at: { page },
            measured: 'overprint',
            expected: 'knockout',
          },
        ]
      }),
    ),
})
