/**
 * Text from outside as one harmless line: control, line-separating and direction-changing characters are
 * escaped.
 */
export function printable(text: string, maxCharacters = 80): string {
  const escaped = text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
  return escaped.length > maxCharacters ? `${escaped.slice(0, maxCharacters)}…` : escaped
}
