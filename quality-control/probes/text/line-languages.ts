import { runInChild } from '../child-pool/child-pool'
import type { ChildOptions } from '../child-pool/pooled-child'

export interface LineLanguages {
  /** Of the whole text; undefined where too few words say it. */
  main?: string
  /** One for each line. */
  ofLines: (string | undefined)[]
}

/** From so many letters a passage may have a language of its own. */
const minLetters = 60
const maxCharacters = 20_000

/** The language of a text and of each of its lines, found from the text itself. */
export async function lineLanguages(lines: readonly string[], options: ChildOptions): Promise<LineLanguages> {
  const passages = passagesOf(lines)
  const whole = lines.join(' ').slice(0, maxCharacters)
  if (!/\p{L}{3}/u.test(whole)) return { ofLines: lines.map(() => undefined) }
  const texts = [whole, ...passages.map(({ text }) => text)]
  const outcome = await runInChild('languages', { texts }, options)
  if ('killedFor' in outcome) throw new Error(`finding the language failed: ${outcome.message}`)
  const [main, ...ofPassages] = outcome.answer.map((code) => code ?? undefined)
  const ofLines: (string | undefined)[] = lines.map(() => main)
  for (const [index, { from, to, text }] of passages.entries()) {
    const own = lettersIn(text) >= minLetters ? ofPassages[index] : undefined
    for (let line = from; line < to; line++) ofLines[line] = own ?? main
  }
  return { main, ofLines }
}

interface Passage {
  from: number
  to: number
  text: string
}

/** Neighbouring lines, together long enough for a language. */
function passagesOf(lines: readonly string[]): Passage[] {
  const passages: Passage[] = []
  for (const [index, line] of lines.entries()) {
    const last = passages.at(-1)
    if (last === undefined || lettersIn(last.text) >= minLetters)
      passages.push({ from: index, to: index + 1, text: line })
    else {
      last.to = index + 1
      last.text = `${last.text} ${line}`
    }
  }
  return passages
}

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
