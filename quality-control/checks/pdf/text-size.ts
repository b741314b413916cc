import type { PdfPage } from '../../facts/pdf'
import { type CheckFinding, defineCheck } from '../check'

export default defineCheck({
  title: 'Text is large enough to print',
  failureTitle: 'Text is too small to print',
  why:
    'Very small letters fill in or break up in print. White letters and letters in several inks need ' +
    'more, because the plates never register exactly.',
  remedy: 'Set the text larger. Small text prints best in black alone.',
  source:
    'Ghent Workgroup 2015, "Small Text" (no figure could be confirmed); no standard: 4 pt, and 6 pt for ' +
    'white text and several inks, are common rules of printers',
  needs: ['pdf'],
  severity: 'minor',
  settings: {
    minPoints: { doc: 'Minimum size of text in one ink', format: 'number', unit: 'pt', min: 0, default: 4 },
    minRegisterPoints: {
      doc: 'Minimum size of white text and of text in several inks',
      format: 'number',
      unit: 'pt',
      min: 0,
      default: 6,
    },
  },
  run: ({ pdf: { pages } }, { minPoints, minRegisterPoints }) =>
    pages.flatMap(({ page, textSizes }) =>
      kinds.flatMap(({ inks, name }) => {
        const least = inks === undefined ? minPoints : Math.max(minPoints, minRegisterPoints)
        return tooSmall(
          page,
          textSizes.filter((text) => text.inks === inks),
          name,
          least,
        )
      }),
    ),
})

const kinds = [
  { inks: undefined, name: 'text' },
  { inks: 'white', name: 'white text' },
  { inks: 'several', name: 'text in several inks' },
] as const

function tooSmall(page: number, texts: PdfPage['textSizes'], name: string, least: number): CheckFinding[] {
  // Sizes next to 0 are placeholders of converters, which nobody sees.
  const [smallest] = texts.filter(({ sizePoints }) => sizePoints >= 0.5 && sizePoints < least)
  if (smallest === undefined) return []
  const measured = `${smallest.sizePoints} pt`
  const message = `Page ${page}: ${name} of ${measured}; expected at least ${least} pt.`
  return [{ level: 'warn', message, at: { page }, measured, expected: `at least ${least} pt` }]
}
