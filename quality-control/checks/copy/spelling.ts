import { defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'No spelling mistakes were found',
  failureTitle: 'Some words may be misspelled',
  why: 'Everyone notices a spelling mistake in a published ad, and it costs trust.',
  remedy:
    'Read the words listed. Add correct names and invented words to the profile’s list of accepted ' +
    'words.',
  source: 'Hunspell’s English dictionary; words read from pixels (OCR) may be misread',
  needs: ['text'],
  severity: 'minor',
  settings: {
    acceptedWords: {
      doc: 'Brand names and other correct words; case is ignored',
      format: 'strings',
      default: [],
    },
    includesCapitalised: {
      doc: 'Also checks words that start with a capital letter, most of which are names',
      format: 'boolean',
      default: false,
    },
    minLetters: {
      doc: 'Minimum length of a word that is checked',
      format: 'nat',
      unit: 'letters',
      default: 4,
    },
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
          accepted.has(word.toLowerCase()) ||
          (text.source === 'ocr' && isMisread(word, suggestions))
        )
          return []
        const hint = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(', ')}?`
        return [
          {
            level: 'warn' as const,
            message: `"${word}" is not in the dictionary.${hint}`,
            at: { ...at, box: { x, y, width, height } },
            measured: word,
          },
        ]
      }),
    )
  },
})

/** The word and a suggestion differ only in letters that OCR confuses: `morming` is `morning`. */
function isMisread(word: string, suggestions: string[]): boolean {
  return suggestions.some((suggestion) => asOcrSees(suggestion) === asOcrSees(word))
}

function asOcrSees(word: string): string {
  return word
    .toLowerCase()
    .replace(/rn/g, 'm')
    .replace(/rm/g, 'm')
    .replace(/cl/g, 'd')
    .replace(/[1i|]/g, 'l')
    .replace(/0/g, 'o')
}
