import type { SettingSpec } from './check'

/** The setting of a check that takes exact sizes only. */
export const acceptedSizes = {
  doc: 'Exact sizes such as 300x250; empty accepts all',
  format: 'strings',
  unit: 'pixels',
  default: [],
} as const satisfies SettingSpec

/** Whether one of the texts of that setting is this size, or there is none. */
export function isAcceptedSize(
  accepted: readonly string[],
  { widthPixels, heightPixels }: { widthPixels: number; heightPixels: number },
): boolean {
  const size = `${widthPixels}x${heightPixels}`
  return accepted.length === 0 || accepted.some((one) => one.toLowerCase().replace('×', 'x') === size)
}
