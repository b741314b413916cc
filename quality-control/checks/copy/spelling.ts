import type { TextFacts, TextLanguage, Word } from '../../facts/text'
import { type CheckFinding, defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'No spelling mistakes were found',
  failureTitle: 'Some words may be misspelled',
  why: 'Everyone notices a spelling mistake in a published ad, and it costs trust.',
  remedy:
    'Read the words listed. Add correct names and invented words to the profile’s list of accepted ' +
    'words.',
  source:
    'Hunspell’s dictionaries: a word that its language does not know, one slip away from a known one; ' +
    'for words in pixels, two readings (OCR) agree',
  needs: ['text'],
  severity: 'minor',
  settings: {
    languages: {
      doc: 'Languages whose spelling is judged (ISO 639-1); empty judges each that has a dictionary',
      format: 'strings',
      shape: { pattern: '[a-z]{2}', examples: 'en, de' },
      default: [],
    },
    acceptedWords: {
      doc: 'Brand names and other correct words; case is ignored',
      format: 'strings',
      default: [],
    },
    includesCapitalised: {
      doc: 'Also checks words whose capital letter is inside a sentence, most of which are names',
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
  run: ({ text }, { languages, acceptedWords, includesCapitalised, minLetters }) => {
    if (text.words.length === 0) return notApplicable('No text was found.')
    const judged = text.languages.filter((language) => isJudged(language, languages))
    if (judged.length === 0) return notApplicable(whyNotJudged(text, languages))
    const codes = new Set(judged.map(({ code }) => code))
    const accepted = new Set(acceptedWords.map((word) => word.toLowerCase()))
    const isReported = (word: Word) =>
      codes.has(word.language ?? '') &&
      (includesCapitalised || word.isLikelyName !== true) &&
      judgedWord(word).length >= minLetters &&
      !isAccepted(judgedWord(word), accepted)
    return once(
      linesOf(text, 0).flatMap(({ words, at }) =>
        words.filter(isReported).map((word) => {
          const { x, y, width, height, suggestions = [] } = word
          const hint = suggestions.length === 0 ? '' : ` Did you mean ${suggestions.join(', ')}?`
          return {
            level: 'warn' as const,
            message: `"${judgedWord(word)}" is not in the dictionary.${hint}`,
            at: { ...at, box: { x, y, width, height } },
            measured: judgedWord(word),
          }
        }),
      ),
    )
  },
})

function isJudged({ code, isJudged: hasDictionary }: TextLanguage, languages: readonly string[]): boolean {
  return hasDictionary && (languages.length === 0 || languages.includes(code))
}

/** Never a silent pass. */
function whyNotJudged({ languages }: TextFacts, named: readonly string[]): string {
  const [main] = languages
  if (main === undefined)
    return 'The language of the text was not recognised, so its spelling was not judged.'
  const start = `The text is in ${main.name}.`
  if (main.isJudged) return `${start} The profile names ${named.join(', ')}, so its spelling was not judged.`
  return `${start} This host has no dictionary of it, so its spelling was not judged.`
}

function judgedWord({ judged, text }: Word): string {
  return judged ?? text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

/** A part of a compound is accepted, too. */
function isAccepted(word: string, accepted: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase()
  return [plain, plain.replace(/['’]s$/u, ''), ...plain.split('-')].some((one) => accepted.has(one))
}

/** A word that stays on screen is in several frames of a video. */
function once(findings: CheckFinding[]): CheckFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ measured = '', at }) => {
    if (at?.startSeconds === undefined) return true
    if (seen.has(measured)) return false
    seen.add(measured)
    return true
  })
}
