import type { Finding, SettingValue, Severity } from '../report'
import type { FactKey, Facts } from '../facts/facts'

export { linesOf } from './text-lines'

/** A finding as a check writes it: `level` is `fail` unless it says otherwise. */
export type CheckFinding = Omit<Finding, 'level'> & { level?: Finding['level'] }

/** What `run` returns: findings (none = pass), or why the check does not apply to this asset. */
export type CheckOutcome = CheckFinding[] | NotApplicable
export interface NotApplicable {
  notApplicable: string
}
export const notApplicable = (reason: string): NotApplicable => ({ notApplicable: reason })

/**
 * `nat` is a whole number from 0; `pattern` a regular expression as text; `name-template` is empty or fits
 * `compileNameTemplate`. Units are in the setting's name.
 */
export interface SettingSpec {
  doc: string
  format: 'nat' | 'number' | 'boolean' | 'string' | 'strings' | 'numbers' | 'pattern' | 'name-template'
  /** For messages and docs: `pixels`, `mm`, `LUFS`, `seconds`, `%` … */
  unit?: string
  choices?: readonly (string | number)[]
  /** For texts: a regular expression for the whole text, and examples. */
  shape?: { pattern: string; examples: string }
  min?: number
  max?: number
  default: SettingValue
}
type SettingSpecs = Record<string, SettingSpec>

interface ValueOf {
  nat: number
  number: number
  boolean: boolean
  string: string
  strings: string[]
  numbers: number[]
  pattern: string
  'name-template': string
}
export type SettingsOf<S extends SettingSpecs> = { [K in keyof S]: ValueOf[S[K]['format']] }

export interface CheckSource<K extends FactKey, S extends SettingSpecs, O extends FactKey> {
  /** What a pass says. */
  title: string
  /** What a fail says: the report reads as sentences. */
  failureTitle: string
  /** One or two sentences for the client: why it matters. */
  why: string
  /** What the client should do about it. */
  remedy: string
  /** A standard with its number or a link; without one, "No standard: …" and how the limit was found. */
  source: string
  /** The facts it may read: reading another one does not compile. Without them it is not applicable. */
  needs: readonly K[]
  /** Facts that it reads where the asset has them. They cause no measurement. */
  mayRead?: readonly O[]
  severity: Severity
  settings: S
  /**
   * Synchronous and pure. No finding is a pass. A throw is a bug, and `runCheck` turns it into `errored`.
   */
  run: (facts: Pick<Facts, K> & Partial<Pick<Facts, O>>, settings: SettingsOf<S>) => CheckOutcome
}

/** A check as the catalogue holds it, its generics erased. */
export interface Check {
  title: string
  failureTitle: string
  why: string
  remedy: string
  source: string
  needs: readonly FactKey[]
  severity: Severity
  settings: SettingSpecs
  run: (facts: Facts, settings: Record<string, SettingValue>) => CheckOutcome
}

/** Types `run` by `needs` and `settings`: reading another fact or setting does not compile. */
export function defineCheck<
  const K extends FactKey,
  const S extends SettingSpecs,
  const O extends FactKey = never,
>(source: CheckSource<K, S, O>): Check {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- runCheck passes fitting facts
  return source as unknown as Check
}
