/** By the English text, with `{0}`, `{1}` … for the values that a check puts in. */
export type Says = Readonly<Record<string, string>>

/** What a check says in another language. */
export interface CheckWords {
  /** `wordsMark` of the English words that were translated: a test finds those that changed since. */
  of: string
  title: string
  failureTitle: string
  why: string
  remedy: string
  /** Sentences and parts of sentences that only this check uses. */
  says?: Says
}

export interface Translations {
  /** A test finds what is missing. */
  isComplete: boolean
  /** By the name of the check, such as `pdf/missing-fonts`. */
  checks: Readonly<Record<string, CheckWords>>
  /** Texts of several checks, and those of the parts that all of them use. */
  shared: Says
  /** Labels and values of the technical facts. */
  facts: Says
}
