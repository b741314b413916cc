const [red, green, yellow] = [31, 32, 33]

/** The word says it too: colour is never the only sign. */
const colours: Readonly<Record<string, number>> = {
  pass: green,
  done: green,
  ok: green,
  review: yellow,
  warn: yellow,
  needs_attention: yellow,
  waiting: yellow,
  fail: red,
  error: red,
  errored: red,
  terminated: red,
  timed_out: red,
}

/** A state or verdict in its colour; any other text as it is. */
export function coloured(text: string): string {
  const colour = colours[text.toLowerCase()]
  return colour === undefined ? text : `\u001B[${colour}m${text}\u001B[0m`
}
