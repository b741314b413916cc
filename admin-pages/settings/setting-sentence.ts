import type { SettingSpec } from '../../quality-control/checks/check'
import type { SettingValue } from '../../quality-control/report'

/** A check's setting in words: `Minimum width: 1,200 pixels`; `value`: the part after the colon. */
export function settingSentence(spec: SettingSpec, value: SettingValue, part?: 'value'): string {
  // The text of an empty list is empty, too.
  const isOpen = open.test(spec.doc) && (value === 0 || String(value) === '')
  const words = isOpen ? (value === 0 ? 'no limit' : 'any') : valueWords(value, spec)
  return part === 'value' ? words : `${spec.doc.replace(/\.$/, '').replace(open, '')}: ${words}`
}

/** What a value means that sets nothing. */
const open = /; (0 sets no limit|empty accepts all)$/

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
