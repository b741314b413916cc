/**
 * Names come from outside: control, line-breaking and direction-changing characters in them must not forge or
 * break a log line. The joiners inside an emoji are harmless.
 */
export function printable(text: string): string {
  return text.replace(
    /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
