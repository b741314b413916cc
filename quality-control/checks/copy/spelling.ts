import { defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'The words are spelled right',
  failureTitle: 'Some words may be misspelled',
  why: 'A typing error in a published ad is noticed by everyone, and costs trust.',
  remedy:
    'Read the named words. Put names and made-up words that are right on the brand list of the profile.',
  source: 'English dictionary (Hunspell); words read by OCR may be misread',
  needs: ['text'],
  severity: 'minor',
  settings: {
    acceptedWords: {
      doc: 'Brand names and other words that are right; case does not matter',
      format: 'strings',
      default: [],
    },
    includesCapitalised: {
      doc: 'Also words that begin with a capital, most of which are names',
      format: 'boolean',
      default: false,
    },
    minLetters: { doc: 'Shorter words are not judged', format: 'nat', unit: 'letters', default: 4 },
  },
  run: ({ text }, { acceptedWords, includesCapitalised, minLetters }) => {
    if (text.words.length === 0) return notApplicable('No text was found.')
    if (text.isEnglish === false) return notApplicable('The text is not English.')
    const accepted = new Set(acceptedWords.map((word) => word.toLowerCase()))
    return linesOf(text).flatMap(({ words, at }) =>
      words.flatMap(({ text: shown, suggestions, x, y, width, height }) => {
        const word = shown.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
        const isName = /^\p{Lu}/u.test(word) && !includesCapitalised
        if (
          suggestions === undefined ||
          isName ||
          word.length < minLetters ||
          accepted.has(word.toLowerCase())
        )
          return []
        const hint = suggestions.length === 0 ? '' : ` Meant: ${suggestions.join(', ')}?`
        return [
          {
            level: 'warn' as const,
            message: `"${word}" is in no dictionary.${hint}`,
            at: { ...at, box: { x, y, width, height } },
            measured: word,
          },
        ]
      }),
    )
  },
})
