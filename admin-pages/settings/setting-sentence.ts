import type { SettingSpec } from '../../quality-control/checks/check'
import type { SettingValue } from '../../quality-control/report'

/** A check's setting in words: `Minimum width: 1,200 pixels`; `value`: the part after the colon. */
export function settingSentence(spec: SettingSpec, value: SettingValue, part?: 'value'): string {
  const words = valueWords(value, spec)
  return part === 'value' ? words : `${spec.doc.replace(/\.$/, '')}: ${words}`
}

function valueWords(value: SettingValue, { unit }: SettingSpec): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const values = Array.isArray(value) ? value : [value]
  const words = values.map((one) => (typeof one === 'number' ? numberWords(one) : one))
  if (words.length === 0 || words.every((one) => one === '')) return 'none'
  const text = words.join(', ')
  if (unit === undefined) return text
  return unit === '%' ? `${text} %` : `${text} ${unit}`
}

function numberWords(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 })
}
