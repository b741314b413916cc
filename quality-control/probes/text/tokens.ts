import type { Word } from '../../facts/text'

/** A word that spelling applies to. */
export interface Token {
  /** Indexes of its words: two when a line end divides it. */
  indexes: number[]
  line: number
  /** Without surrounding punctuation. */
  plain: string
  /** The parts of a compound with hyphens, of at least three letters. */
  parts: string[]
  isLikelyName: boolean
}

/**
 * The words of each line that spelling applies to. Leaves out addresses, numbers, words with inner capitals,
 * scraps of one or two letters, and what OCR is not sure of.
 */
export function tokensOf(words: readonly Word[], lines: readonly number[][], minConfidence: number): Token[] {
  const tokens: Token[] = []
  const taken = new Set<number>()
  for (const [line, indexes] of lines.entries()) {
    for (const [place, index] of indexes.entries()) {
      const word = words[index]
      if (word === undefined || taken.has(index) || word.confidence < minConfidence) continue
      const next = place === indexes.length - 1 ? lines[line + 1]?.[0] : undefined
      const rest = next === undefined || !isDivided(word.text) ? undefined : words[next]
      if (isDivided(word.text) && rest?.page !== word.page) continue
      const text = rest === undefined ? word.text : withoutHyphen(word.text) + rest.text
      const plain = plainOf(text)
      if (rest !== undefined && next !== undefined) taken.add(next)
      if (plain === undefined) continue
      const isLikelyName = /^\p{Lu}/u.test(plain) && isAmongSmall(words, lines, line, place)
      const joined = next === undefined || rest === undefined ? [index] : [index, next]
      tokens.push({ indexes: joined, line, plain, parts: partsOf(plain), isLikelyName })
    }
  }
  return tokens
}

const isDivided = (text: string) => /\p{L}[-\u00ad\u2010]$/u.test(text)
const withoutHyphen = (text: string) => text.replace(/[-\u00ad\u2010]$/u, '')

/** The letters of a word, or undefined when spelling does not apply to it. Ligatures become letters. */
export function plainOf(text: string): string | undefined {
  const letters = text
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\u00ad/g, '')
    .replace(/\u2010|\u2011/g, '-')
  if (/[\d@/\\_.:#&+*=<>|~\ufffd\ue000-\uf8ff]\S/u.test(letters.replace(/[.:,;!?]+$/u, ''))) return undefined
  const plain = letters.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return /^\p{L}+(?:['-]\p{L}+)*$/u.test(plain) && plain.length >= 3 ? plain : undefined
}

const shapes = [/^\p{Ll}+$/u, /^\p{Lu}\p{Ll}+$/u, /^\p{Lu}+$/u]

function partsOf(plain: string): string[] {
  return plain
    .split('-')
    .filter((part) => part.length >= 3 && shapes.some((shape) => shape.test(part.replaceAll("'", ''))))
}

const minTitleShare = 0.6
const minHeightRatio = 1.2

/** A capital letter inside a sentence of small letters, where only a name has one. */
function isAmongSmall(
  words: readonly Word[],
  lines: readonly number[][],
  line: number,
  place: number,
): boolean {
  const onLine = (lines[line] ?? []).flatMap((index) => words[index] ?? [])
  const long = onLine.filter(({ text }) => /^\P{L}*\p{L}{4,}/u.test(text))
  const capitals = long.filter(({ text }) => /^\P{L}*\p{Lu}/u.test(text))
  if (long.length >= 2 && capitals.length >= long.length * minTitleShare) return false
  if (long.length === 1 && onLine.length === 1) return false
  const before = place > 0 ? onLine[place - 1] : lastOf(words, lines[line - 1])
  const current = onLine[place]
  if (before === undefined || before.page !== current?.page) return false
  if (place === 0 && ratio(before.height, current.height) > minHeightRatio) return false
  return !/[.!?:•–—]["'”’»)]*$/u.test(before.text)
}

function lastOf(words: readonly Word[], indexes: readonly number[] | undefined): Word | undefined {
  const last = indexes?.at(-1)
  return last === undefined ? undefined : words[last]
}

const ratio = (a: number, b: number) => Math.max(a, b) / Math.max(1e-6, Math.min(a, b))
