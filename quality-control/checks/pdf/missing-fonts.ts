import { defineCheck } from '../check'

export default defineCheck({
  title: 'All fonts are embedded',
  failureTitle: 'Fonts are not embedded',
  why:
    'A font that is not in the file is replaced at the printer or on the reader’s screen. Words move ' +
    'and characters disappear.',
  remedy: 'Export the PDF with all fonts embedded, or convert the text to outlines.',
  source: 'ISO 15930 (PDF/X): all fonts embedded',
  needs: ['pdf'],
  severity: 'blocker',
  settings: {
    acceptedNames: { doc: 'Fonts that need not be embedded, by name', format: 'strings', default: [] },
  },
  run: ({ pdf: { fonts, contentGaps } }, { acceptedNames }) =>
    fonts
      // A font without text is harmless, as long as all pages could be read.
      .filter(
        ({ isEmbedded, pages, name }) =>
          !isEmbedded && !acceptedNames.includes(name) && (pages.length > 0 || contentGaps.length > 0),
      )
      .map(({ name, type, pages }) => {
        const [first] = pages
        const where =
          pages.length > 1
            ? `on ${pages.length} pages, first on page ${first ?? 1},`
            : `on page ${first ?? 1}`
        return {
          message: `The font ${name} is used ${where} and is not embedded.`,
          at: { page: first ?? 1 },
          measured: `${type}, not embedded`,
          expected: 'embedded',
        }
      }),
})
