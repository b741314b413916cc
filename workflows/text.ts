/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The message of an error and of its causes, outermost first, without repetitions. */
export function messagesOf(error: unknown): string {
  const messages: string[] = []
  for (let one: unknown = error; one !== undefined && messages.length < 5; one = causeOf(one)) {
    const message = messageOf(one)
    if (!messages.some((earlier) => earlier.includes(message))) messages.push(message)
  }
  return messages.join(': ')
}

/** A cause that is an object without a message says nothing. */
function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && !('message' in cause) ? undefined : cause
}

/**
 * Text from outside as one harmless line: control, line-separating and direction-changing characters are
 * escaped, so that a name cannot forge or break a log line. The joiners inside an emoji are harmless.
 */
export function printable(text: string, maxCharacters = Number.MAX_SAFE_INTEGER): string {
  const escaped = text.replace(
    /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
  return escaped.length > maxCharacters ? `${escaped.slice(0, maxCharacters)}…` : escaped
}

/** `1 run`, `2 runs`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
}
