import { defineCheck } from '../check'
import { samePages } from '../same-pages'

const things = { text: 'text', vector: 'shapes and lines', image: 'images', shading: 'gradients' }

export default defineCheck({
  title: 'All colours are prepared for print',
  failureTitle: 'Colours are in RGB, which is for screens',
  why:
    'RGB colours are converted at the printer. Bright colours become duller, and black text may use ' +
    'all four inks.',
  remedy: 'Convert the document to CMYK with the profile of the printing condition, and export it again.',
  source: 'ISO 15930-1 (PDF/X-1a) forbids RGB; PDF/X-3 and X-4 accept it with a profile',
  needs: ['pdf'],
  severity: 'major',
  settings: {
    acceptedIn: {
      doc: 'Objects that may use RGB',
      format: 'strings',
      choices: ['text', 'vector', 'image', 'shading'],
      default: [],
    },
    isLabAccepted: { doc: 'Lab colours are accepted', format: 'boolean', default: true },
  },
  run: ({ pdf: { pages } }, { acceptedIn, isLabAccepted }) =>
    samePages(
      pages.flatMap(({ page, colours }) =>
        colours
          .filter(
            ({ space, painted }) =>
              (space === 'rgb' && !acceptedIn.includes(painted)) || (space === 'lab' && !isLabAccepted),
          )
          .map(({ space, painted }) => ({
            page,
            what: `${things[painted]} in ${space === 'lab' ? 'Lab' : 'RGB'}`,
          })),
      ),
    ).map(({ what, where, page }) => ({
      message: `${where}: ${what}.`,
      at: { page },
      measured: what,
      expected: 'CMYK, grey or spot colours',
    })),
})
