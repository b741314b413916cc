import { catalogue } from '../../quality-control/checks/catalogue'
import type { CheckWords, Says, Translations } from '../../quality-control/report/words/translations'
import { wordsMark } from '../../quality-control/report/words/words-mark'
import type { EnglishWords } from './english-words'

/** What a language lacks, and what it says that no check says any more. */
export interface MissingWords {
  /** Checks without an entry, or whose title, reason or remedy changed since. */
  checks: string[]
  /** By check. */
  says: ReadonlyMap<string, string[]>
  shared: string[]
  sentences: string[]
  formats: string[]
  facts: string[]
  /** Texts that nothing writes any more, and translations that lose or invent a value. */
  wrong: string[]
}

export function missingWords({ checks, shared, facts }: Translations, english: EnglishWords): MissingWords {
  const [known, changed] = [
    catalogue(),
    [...english.checks.keys()].filter((id) => !isCurrent(id, checks[id])),
  ]
  const common = [...english.shared, ...english.sentences, ...english.formats]
  const lacks = (texts: readonly string[], ...says: (Says | undefined)[]) =>
    texts.filter((text) => !says.some((one) => one?.[text]))
  const says = [...english.checks].map(([id, texts]) => [id, lacks(texts, checks[id]?.says)] as const)
  const wrong = Object.entries(checks).flatMap(([id, words]) =>
    known.has(id)
      ? wrongIn(id, words.says, [...(english.checks.get(id) ?? []), ...common])
      : [`${id}: no check`],
  )
  return {
    checks: changed,
    says: new Map(says.filter(([, texts]) => texts.length > 0)),
    shared: lacks(english.shared, shared),
    sentences: lacks(english.sentences, shared),
    formats: lacks(english.formats, shared),
    facts: lacks(english.facts, facts),
    wrong: [...wrong, ...wrongIn('shared', shared, common), ...wrongIn('facts', facts, english.facts)],
  }
}

function isCurrent(id: string, words: CheckWords | undefined): boolean {
  const check = catalogue().get(id)
  return check !== undefined && words?.of === wordsMark(check)
}

/** More exact sentences than the checks have, such as `1 frame` for `{0} frame`, are right. */
function wrongIn(where: string, says: Says = {}, english: readonly string[]): string[] {
  const shapes = english.map(shapeOf)
  return Object.entries(says).flatMap(([text, other]) => {
    if (!english.includes(text) && !shapes.some((shape) => shape.test(text)))
      return [`${where}: nothing says "${text}"`]
    const isFit = valuesOf(text).join() === valuesOf(other).join()
    return isFit ? [] : [`${where}: other values in "${other}" than in "${text}"`]
  })
}

const valuesOf = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort()

function shapeOf(text: string): RegExp {
  const literals = text.split(/\{\d+\}/).map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`^${literals.join('.+')}$`, 'su')
}
