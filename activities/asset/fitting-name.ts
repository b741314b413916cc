import { extname } from 'node:path'

/** Box's limit for the name of a file. */
const maxLength = 255
const longestExtension = 20

/**
 * `<prefix><name><suffix>` within Box's rules: 255 characters at most, the stem cut short and never the
 * extension, no letter or emoji cut in two, no `/`, `\` or control character, no space at the end.
 */
export function fittingName(prefix: string, name: string, suffix = ''): string {
  const clean = name.replace(/[/\\\p{Cc}]/gu, '_').trim()
  const extension = extname(clean).length <= longestExtension ? extname(clean) : ''
  const stem = clean.slice(0, clean.length - extension.length)
  const room = maxLength - prefix.length - extension.length - suffix.length
  return `${prefix}${cut(stem, room)}${extension}${suffix}`.trim()
}

/** UTF-16 units are counted, so that the name fits however Box counts. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > length) break
    kept += segment
  }
  return kept
}
