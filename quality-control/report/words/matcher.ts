import { isTechnical } from './decimal-comma'
import type { Says } from './translations'

/** The text in the other language; undefined when no translation fits. */
export type Matcher = (text: string) => string | undefined

/**
 * Finds the English sentence of which a text was made, and puts its values into the translation. Values that
 * are words are translated in turn; a value in quotation marks is a text of the asset and stays as it is.
 *
 * @param localNumber writes a value that is a number
 */
export function matcherOf(says: Says, localNumber: (value: string) => string): Matcher {
  const entries = Object.entries(says)
  const exact = new Map(entries)
  // The more words a sentence has of its own, the surer is the match.
  const patterns = entries
    .filter(([english]) => placeholder.test(english))
    .map(([english, other]) => patternOf(english, other))
    .sort((a, b) => b.weight - a.weight)
  const matched = (text: string, depth: number): string | undefined => {
    const same = exact.get(text)
    if (same !== undefined) return same
    if (depth > maxDepth) return undefined
    // `Page {0}` is part of a sentence; a sentence that ends like the text is more probable.
    const isLike = ({ isSentence }: Pattern) => isSentence === text.endsWith('.')
    for (const pattern of [...patterns.filter(isLike), ...patterns.filter((one) => !isLike(one))]) {
      const told = filled(pattern, text, (value) => matched(value, depth + 1), localNumber)
      if (told !== undefined) return told
    }
    return undefined
  }
  const known = (text: string) => matched(text, 0)
  return (text) => known(text) ?? (isTechnical(text) ? localNumber(text) : listed(text, known))
}

const maxDepth = 4
const placeholder = /\{\d+\}/

interface Pattern {
  expression: RegExp
  /** For each value, in the order of the English text. */
  slots: { number: string; isQuoted: boolean }[]
  other: string
  /** Joins values and has no word of its own. */
  isWordless: boolean
  isSentence: boolean
  weight: number
}

function patternOf(english: string, other: string): Pattern {
  const [start = '', ...rest] = english.split(/\{(\d+)\}/)
  const slots = rest.flatMap((number, index) => {
    if (index % 2 === 1) return []
    const before = index === 0 ? start : (rest[index - 1] ?? '')
    return [{ number, isQuoted: before.endsWith('"') && (rest[index + 1] ?? '').startsWith('"') }]
  })
  const literals = [start, ...rest.filter((_, index) => index % 2 === 1)]
  const own = literals.join('')
  return {
    expression: new RegExp(`^${literals.map(escaped).join('(.+?)')}$`, 'su'),
    ...{
      slots,
      other,
      isWordless: !/\p{L}/u.test(own),
      weight: own.length,
      isSentence: english.endsWith('.'),
    },
  }
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function filled(
  { expression, slots, other, isWordless }: Pattern,
  text: string,
  translated: Matcher,
  localNumber: (value: string) => string,
): string | undefined {
  const found = expression.exec(text)
  if (found === null) return undefined
  const values = new Map<string, string>()
  for (const [index, { number, isQuoted }] of slots.entries()) {
    const value = found[index + 1] ?? ''
    const told = isQuoted ? value : (translated(value) ?? listed(value, translated))
    if (told === undefined && isWordless && !isTechnical(value)) return undefined
    values.set(number, told ?? localNumber(value))
  }
  return other.replace(/\{(\d+)\}/g, (_, number: string) => values.get(number) ?? '')
}

/** `soft masks, blend modes`: each by itself. */
function listed(value: string, translated: Matcher): string | undefined {
  const parts = value.split(', ')
  if (parts.length === 1) return undefined
  const told = parts.map(translated)
  if (told.every((one) => one === undefined)) return undefined
  return parts.map((part, index) => told[index] ?? part).join(', ')
}
