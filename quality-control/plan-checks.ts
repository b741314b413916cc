import type { PlannedCheck, SettingValue } from './report'
import type { Profile } from './profile'
import type { Check, SettingSpec } from './checks/check'
import { compileNameTemplate } from './checks/name-template'

/**
 * The checks of a profile with every default filled in. Call `profileProblems` first: this throws on an
 * unknown check.
 */
export function planChecks(profile: Profile, catalogue: ReadonlyMap<string, Check>): PlannedCheck[] {
  return profile.checks.map(({ id, severity, isRequired, settings }) => {
    const check = catalogue.get(id)
    if (check === undefined) throw new Error(`profile ${profile.id}: unknown check ${id}`)
    const defaults = Object.fromEntries(
      Object.entries(check.settings).map(([name, spec]) => [name, spec.default]),
    )
    return {
      id,
      severity: severity ?? check.severity,
      isRequired: isRequired ?? check.severity === 'blocker',
      settings: { ...defaults, ...settings },
    }
  })
}

/**
 * Everything that does not fit the catalogue, one sentence each, with the nearest valid name; empty for a
 * valid profile.
 */
export function profileProblems(profile: Profile, catalogue: ReadonlyMap<string, Check>): string[] {
  return profile.checks.flatMap(({ id, settings }) => {
    const check = catalogue.get(id)
    if (check === undefined)
      return [`profile ${profile.id}: unknown check "${id}"${hint(id, [...catalogue.keys()])}`]
    return Object.entries(settings).flatMap(([name, value]) => {
      const spec = check.settings[name]
      const where = `profile ${profile.id}: ${id}: `
      if (spec === undefined)
        return [`${where}unknown setting "${name}"${hint(name, Object.keys(check.settings))}`]
      const problem = valueProblem(value, spec)
      return problem === undefined ? [] : [`${where}${name} is ${JSON.stringify(value)}, expected ${problem}`]
    })
  })
}

/** What was expected; undefined when the value fits. */
function valueProblem(value: SettingValue, spec: SettingSpec): string | undefined {
  const unit = spec.unit === undefined ? '' : ` in ${spec.unit}`
  const expected = `${formatNames[spec.format]}${unit}${rangeOf(spec)}`
  if (!fits(value, spec)) return expected
  if (spec.format === 'name-template' && value !== '') {
    const compiled = compileNameTemplate(String(value))
    if ('expected' in compiled) return compiled.expected
  }
  const values = Array.isArray(value) ? value : [value]
  if (spec.choices !== undefined && !values.every((one) => spec.choices?.some((choice) => choice === one)))
    return `one of ${spec.choices.join(', ')}`
  const { shape } = spec
  if (
    shape !== undefined &&
    !values.every((one) => new RegExp(`^(?:${shape.pattern})$`, 'u').test(String(one)))
  )
    return `${expected} such as ${shape.examples}`
  const isOutside = values.some(
    (one) => typeof one === 'number' && (one < (spec.min ?? -Infinity) || one > (spec.max ?? Infinity)),
  )
  return isOutside ? expected : undefined
}

const formatNames: Record<SettingSpec['format'], string> = {
  nat: 'a whole number from 0',
  number: 'a number',
  boolean: 'true or false',
  string: 'a text',
  strings: 'a list of texts',
  numbers: 'a list of numbers',
  pattern: 'a regular expression',
  'name-template': 'a naming rule such as {client}_{width}x{height}',
}

function rangeOf({ min, max }: SettingSpec): string {
  if (min !== undefined && max !== undefined) return ` between ${min} and ${max}`
  if (min !== undefined) return ` from ${min}`
  return max === undefined ? '' : ` up to ${max}`
}

function fits(value: SettingValue, { format }: SettingSpec): boolean {
  if (format === 'nat') return Number.isSafeInteger(value) && Number(value) >= 0
  if (format === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (format === 'strings') return Array.isArray(value) && value.every((one) => typeof one === 'string')
  if (format === 'numbers')
    return Array.isArray(value) && value.every((one) => typeof one === 'number' && Number.isFinite(one))
  if (format === 'pattern') return typeof value === 'string' && isPattern(value)
  return typeof value === (format === 'name-template' ? 'string' : format)
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

/** `; did you mean "x"?` for the nearest of the names, when one is near enough. */
function hint(name: string, names: string[]): string {
  const nearest = names
    .map((one) => ({ one, distance: editDistance(name, one) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return nearest !== undefined && nearest.distance <= Math.max(3, name.length / 2)
    ? `; did you mean "${nearest.one}"?`
    : ''
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    }
    row = next
  }
  return row[b.length] ?? 0
}
