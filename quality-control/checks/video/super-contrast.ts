import { defineCheck, notApplicable } from '../check'
import { locationOf } from '../span-text'
import { longLines } from '../super-text'

export default defineCheck({
  title: 'Text on screen has enough contrast',
  failureTitle: 'Text on screen has too little contrast',
  why: 'Pale letters on a pale image disappear on a television in a bright room.',
  remedy: 'Change the colour of the text, or put a block of one colour behind it.',
  source:
    'BCAP, guidance on superimposed text, asks for contrast without a figure; the limit is that of WCAG ' +
    '2.2, 1.4.3, for large text: 3 to 1',
  needs: ['supers'],
  severity: 'minor',
  settings: {
    minRatio: { doc: 'Minimum contrast ratio', format: 'number', min: 1, max: 21, default: 3 },
    minWords: {
      doc: 'Minimum number of words in a line; products in the image carry short text',
      format: 'nat',
      unit: 'words',
      default: 3,
    },
  },
  run: ({ supers }, { minRatio, minWords }) => {
    const lines = longLines(supers, minWords)
    if (lines.length === 0) return notApplicable('No text on screen was found.')
    return lines
      .filter(({ contrast }) => contrast < minRatio)
      .map(({ text, contrast, span, box }) => ({
        level: 'warn',
        message: `"${text.slice(0, 80)}" has a contrast of ${contrast.toFixed(1)} to 1.`,
        at: { ...locationOf(span), box },
        measured: `${contrast.toFixed(1)} to 1`,
        expected: `at least ${minRatio} to 1`,
      }))
  },
})
