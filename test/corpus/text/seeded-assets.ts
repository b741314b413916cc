import { copy } from './sentences'

export const languages = Object.keys(copy)
export const kinds = [
  'image',
  'light on dark',
  'small print',
  'JPEG photo',
  'PDF text',
  'PDF scan',
  'capitals',
  'title',
] as const
export type Kind = (typeof kinds)[number]

export interface SeededAsset {
  number: number
  language: string
  kind: Kind
  headline: string
  body: string
  smallPrint: string
  /** The planted word and what it was; absent in the clean twin. */
  typo?: { written: string; meant: string }
}

/** The asset of a number: the same one on each host. Its twin differs in one word. */
export function seededAsset(number: number): { clean: SeededAsset; faulty: SeededAsset } {
  const random = randomFrom(number)
  const language = pick(languages, number)
  const kind = pick(kinds, Math.floor(number / languages.length))
  const { headlines, bodies, smallPrint } = copy[language] ?? { headlines: [], bodies: [], smallPrint: [] }
  const any = (texts: readonly string[]) => pick(texts, Math.floor(random() * texts.length))
  const texts = { headline: any(headlines), body: any(bodies), smallPrint: any(smallPrint) }
  const clean = { number, language, kind, ...texts }
  const place =
    kind === 'small print' ? 'smallPrint' : kind === 'capitals' || kind === 'title' ? 'headline' : 'body'
  const { text, ...typo } = withTypo(clean[place], random)
  return { clean, faulty: { ...clean, [place]: text, typo } }
}

const minLetters = 6

function withTypo(text: string, random: () => number): { text: string; written: string; meant: string } {
  const words = [...text.matchAll(/(?<!\p{L})\p{L}+(?!\p{L})/gu)].filter(
    ([word]) => word.length >= minLetters,
  )
  const found = pick(words, Math.floor(random() * words.length))
  const [meant] = found
  const written = mistyped(meant, random)
  return {
    text: text.slice(0, found.index) + written + text.slice(found.index + meant.length),
    written,
    meant,
  }
}

/** One slip: a letter left out, doubled, swapped with the next or replaced, never the first. */
function mistyped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [letter, next] = [word.charAt(at), word.charAt(at + 1)]
  const slip = Math.floor(random() * 4)
  if (slip === 0) return word.slice(0, at) + word.slice(at + 1)
  if (slip === 1) return word.slice(0, at) + letter + word.slice(at)
  if (slip === 2 && letter !== next) return word.slice(0, at) + next + letter + word.slice(at + 2)
  const letters = Array.from('bdgkmpstvz').filter((other) => other !== letter)
  return word.slice(0, at) + pick(letters, Math.floor(random() * letters.length)) + word.slice(at + 1)
}

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
