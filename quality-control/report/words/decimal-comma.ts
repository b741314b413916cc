/**
 * `-18.2` becomes `-18,2`, `2.4 s` becomes `2,4 s`, and a list of such numbers is separated by semicolons. A
 * number inside a name, a version or a timecode stays as it is.
 */
export function decimalComma(text: string): string {
  const list = /^(-?\d+(?:\.\d+)?(?:, -?\d+(?:\.\d+)?)+)( .*)?$/.exec(text)
  if (list !== null && text.includes('.'))
    return `${(list[1] ?? '').replaceAll(', ', '; ').replaceAll('.', ',')}${list[2] ?? ''}`
  if (/^-?\d+\.\d+$/.test(text)) return text.replace('.', ',')
  return text.replace(numberWithUnit, '$1,$2')
}

const unit = '(?:s|ms|px|pt|mm|ppi|fps|LUFS|LU|dBTP|dBFS|%|[kM]?Hz|[kM]bit/s|[kMGT]B|°)'
const numberWithUnit = new RegExp(`(?<![\\d.:,])(-?\\d+)\\.(\\d+)(?= ?(?:×|${unit}(?![\\p{L}\\d])))`, 'gu')

/** Only numbers, units and signs: the same in every language. */
export function isTechnical(text: string): boolean {
  return !/\p{L}/u.test(text.replace(new RegExp(`(?<=\\d ?)${unit}(?![\\p{L}\\d])`, 'gu'), ''))
}
