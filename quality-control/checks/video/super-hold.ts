import { defineCheck, notApplicable } from '../check'
import { lengthOf, locationOf, secondsText, timeText } from '../span-text'
import { quoteOf, superBox, wordsOf } from '../super-text'

export default defineCheck({
  title: 'Text on screen is held long enough to read',
  failureTitle: 'Text on screen goes before it is read',
  why: 'A viewer who cannot finish the small print was not informed. Regulators treat it as missing.',
  remedy: 'Hold the text longer, or shorten it.',
  source:
    'BCAP, guidance on superimposed text, and Clearcast, "Superimposed text": 0.2 s a word, and 2 s to ' +
    'notice a text of less than ten words, 3 s for a longer one; names of brands do not count',
  needs: ['supers'],
  severity: 'minor',
  settings: {
    secondsPerWord: { doc: 'Time for each word', format: 'number', unit: 'seconds', min: 0, default: 0.2 },
    shortSeconds: {
      doc: 'Time to notice a text of less than ten words',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 2,
    },
    longSeconds: {
      doc: 'Time to notice a text of ten words or more',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 3,
    },
    minWords: {
      doc: 'Minimum number of words; a shorter text is a name or a title',
      format: 'nat',
      unit: 'words',
      default: 4,
    },
    toleranceSeconds: {
      doc: 'Accepted shortfall: times are measured to 0.1 s',
      format: 'number',
      unit: 'seconds',
      min: 0,
      default: 0.2,
    },
  },
  run: ({ supers: { supers } }, settings) => {
    const { secondsPerWord, shortSeconds, longSeconds, minWords, toleranceSeconds } = settings
    const counted = supers.filter((one) => wordsOf(one) >= minWords)
    if (counted.length === 0) return notApplicable('No text on screen was found.')
    return counted.flatMap((one) => {
      const words = wordsOf(one)
      const needed = words * secondsPerWord + (words < 10 ? shortSeconds : longSeconds)
      if (lengthOf(one) >= needed - toleranceSeconds) return []
      const measured = secondsText(lengthOf(one))
      const message =
        `"${quoteOf(one)}" stays for ${measured} at ${timeText(one.start)}; ` +
        `${words} words need ${secondsText(needed)}.`
      const at = { ...locationOf(one), box: superBox(one.lines) }
      return [{ level: 'warn' as const, message, at, measured, expected: `at least ${secondsText(needed)}` }]
    })
  },
})
