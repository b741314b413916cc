import { extname } from 'node:path'

/** Box's limit for a file name. */
const maxLength = 255
const longestExtension = 20

/**
 * `<prefix><name><suffix>` within Box's rules: at most 255 characters; the stem is cut, never the extension
 * and never within an emoji; no `/`, `\` or control character; no space at the ends.
 */
export function fittingName(prefix: string, name: string, suffix = ''): string {
  const clean = name.replace(/[/\\\p{Cc}]/gu, '_').trim()
  const extension = extname(clean).length <= longestExtension ? extname(clean) : ''
  const stem = clean.slice(0, clean.length - extension.length)
  const room = maxLength - prefix.length - extension.length - suffix.length
  return `${prefix}${cut(stem, room)}${extension}${suffix}`.trim()
}

/** Counts UTF-16 units, so that the name fits however Box counts. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > length) break
    kept += segment
  }
  return kept
}
