import type { TextLanguage, Word } from '../../facts/text'
import { languageName } from './languages'
import { lineLanguages } from './line-languages'
import { capitalised, nearbyWords } from './nearby-words'
import { type Token, tokensOf } from './tokens'
import { isJudged, type SpellingOptions, unknownWords } from './unknown-words'

/** From this share of unknown words the text is in no language that we know. */
const foreignShare = 0.4
const minWords = 8
/** Of two words one may be misspelled. */
const fewWordsShare = 0.5
/** A word that returns so often is a term of its author's. */
const minTermCount = 4
const maxSuspects = 60
/** A second reading decides about words that OCR is less sure of. */
const minConfidence = 50

export interface Spelling {
  words: Word[]
  languages: TextLanguage[]
}

/**
 * Adds `suggestions` to each word that is probably misspelled: no dictionary of its language contains it, and
 * a word one slip away exists. Each passage is judged in its own language, found from the text itself; one
 * without a dictionary on this host is not judged.
 */
export async function markSpelling(words: Word[], options: SpellingOptions): Promise<Spelling> {
  const lines = linesOf(words)
  const texts = lines.map((line) => line.map((index) => words[index]?.text ?? '').join(' '))
  const tokens = tokensOf(words, lines, minConfidence)
  if (tokens.length === 0) return { words, languages: [] }
  const { main, ofLines } = await lineLanguages(texts, options)
  const sure = await surely(main, tokens, options)
  const languageOf = ({ line }: Token) => (sure === main ? ofLines[line] : sure)
  const found = countBy(tokens, languageOf)
  const marked = [...words]
  const unclear = new Set<string>()
  for (const language of found.keys()) {
    if (!(await isJudged(language, options.searchPath))) continue
    const own = tokens.filter((token) => languageOf(token) === language)
    const others = [...found.keys(), 'en'].filter((other) => other !== language)
    const faults = await faultsIn(language, own, others, options)
    if (faults === undefined) unclear.add(language)
    for (const { token, suggestions, judged } of faults ?? [])
      mark(marked, token, { suggestions, judged, language })
  }
  return { words: marked, languages: await described(found, unclear, options) }
}

/** Indexes of the words of each line, in reading order. */
function linesOf(words: readonly Word[]): number[][] {
  const lines = new Map<string, number[]>()
  for (const [index, { page, atSeconds, line }] of words.entries()) {
    const key = [page, atSeconds, line ?? `word ${index}`].join('/')
    const own = lines.get(key)
    if (own === undefined) lines.set(key, [index])
    else own.push(index)
  }
  return [...lines.values()]
}

/** A few words may be taken for any language: the dictionary that knows more of them decides. */
async function surely(
  main: string | undefined,
  tokens: readonly Token[],
  options: SpellingOptions,
): Promise<string | undefined> {
  if (main === 'en' || (main !== undefined && tokens.length >= minWords)) return main
  const share = async (language: string) =>
    (await unknownTokens(language, tokens, options)).length / tokens.length
  const english = await share('en')
  if (main === undefined) return english <= fewWordsShare ? 'en' : undefined
  if (!(await isJudged(main, options.searchPath))) return english <= fewWordsShare ? 'en' : undefined
  return english < (await share(main)) ? 'en' : main
}

function countBy(
  tokens: readonly Token[],
  languageOf: (token: Token) => string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) {
    const language = languageOf(token)
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a))
}

interface Fault {
  token: Token
  judged: string
  suggestions: string[]
}

/** Undefined when so many words are unknown that the text is in no known language. */
async function faultsIn(
  language: string,
  tokens: readonly Token[],
  others: readonly string[],
  options: SpellingOptions,
): Promise<Fault[] | undefined> {
  let suspects = await unknownTokens(language, tokens, options)
  if (tokens.length >= minWords && suspects.length / tokens.length >= foreignShare) return undefined
  suspects = suspects.filter((suspect) => isPlausible(suspect, language, tokens)).slice(0, maxSuspects)
  for (const other of new Set(others))
    if (suspects.length > 0 && (await isJudged(other, options.searchPath)))
      suspects = await stillUnknown(other, suspects, options)
  const near = await nearbyWords(
    language,
    suspects.map(({ part }) => part),
    options,
  )
  return suspects.flatMap(({ token, part }) => {
    const suggestions = (near.get(part) ?? []).flatMap((word) => shapedAs(part, word, language))
    return suggestions.length === 0 ? [] : [{ token, judged: token.plain, suggestions }]
  })
}

interface Suspect {
  token: Token
  /** The part that no dictionary contains. */
  part: string
}

async function unknownTokens(
  language: string,
  tokens: readonly Token[],
  options: SpellingOptions,
): Promise<Suspect[]> {
  const parts = tokens.flatMap((token) =>
    token.parts.map((part) => ({ token, part: stemOf(part, language) })),
  )
  return stillUnknown(language, parts, options)
}

async function stillUnknown(language: string, suspects: readonly Suspect[], options: SpellingOptions) {
  const forms = (part: string) => [part, part.toLowerCase(), capitalised(part.toLowerCase())]
  const long = suspects.filter(({ part }) => part.length >= 3)
  const unknown = await unknownWords(
    language,
    long.flatMap(({ part }) => forms(part)),
    options,
  )
  return long.filter(({ part }) => forms(part).every((form) => unknown.has(form)))
}

const languagesWithElision = ['fr', 'it', 'ca']

/** `été` of `l'été`, `brand` of `brand's`. English dictionaries contain their words with apostrophes. */
function stemOf(part: string, language: string): string {
  if (!part.includes("'")) return part
  if (languagesWithElision.includes(language)) return part.split("'").at(-1) ?? part
  return language === 'en' ? part.replace(/'s$/iu, '') : (part.split("'")[0] ?? part)
}

const minNameLetters = 6

/** Names are short, return, and have their capital where a common word has none. */
function isPlausible({ token, part }: Suspect, language: string, tokens: readonly Token[]): boolean {
  const count = tokens.filter(({ plain }) => plain.toLowerCase() === token.plain.toLowerCase()).length
  if (count >= minTermCount) return false
  if (!/^\p{Lu}/u.test(part)) return part.length >= 4
  return part.length >= minNameLetters && count === 1 && !(part !== token.plain && language !== 'de')
}

/** A word with a capital differs inside: a name that rhymes with a word is no slip. */
function shapedAs(part: string, word: string, language: string): string[] {
  if (!/^\p{Lu}/u.test(part)) return [word]
  if (word.charAt(0).toLowerCase() !== part.charAt(0).toLowerCase()) return []
  if (part === part.toUpperCase()) return [word.toUpperCase()]
  return [language === 'de' ? word : capitalised(word)]
}

function mark(words: Word[], token: Token, changes: Pick<Word, 'suggestions' | 'judged' | 'language'>): void {
  const [index] = token.indexes
  const word = index === undefined ? undefined : words[index]
  if (index === undefined || word === undefined) return
  // German nouns have capitals.
  const isLikelyName = token.isLikelyName && changes.language !== 'de'
  words[index] = { ...word, ...changes, ...(isLikelyName && { isLikelyName }) }
}

async function described(
  found: ReadonlyMap<string, number>,
  unclear: ReadonlySet<string>,
  { searchPath }: SpellingOptions,
): Promise<TextLanguage[]> {
  const languages: TextLanguage[] = []
  for (const [code, words] of found)
    if (!unclear.has(code))
      languages.push({ code, name: languageName(code), words, isJudged: await isJudged(code, searchPath) })
  return languages
}
