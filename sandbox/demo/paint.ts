/** Words in colour on a terminal, as they are elsewhere. */
export interface Paint {
  heading: (text: string) => string
  quiet: (text: string) => string
  /** A verdict or state, in the colour of its word. */
  state: (text: string) => string
}

const [bold, dim, red, green, yellow] = [1, 2, 31, 32, 33]

const colours: Readonly<Record<string, number>> = {
  pass: green,
  fail: red,
  error: red,
  review: yellow,
  stuck: yellow,
}

/** Colours only where the terminal shows them, and NO_COLOR is not set. */
export function createPaint(isTerminal: boolean, env: NodeJS.ProcessEnv): Paint {
  const hasColour = isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
  const paint = (code: number | undefined, text: string) =>
    hasColour && code !== undefined ? `\u001B[${code}m${text}\u001B[0m` : text
  return {
    heading: (text) => paint(bold, text),
    quiet: (text) => paint(dim, text),
    state: (text) => paint(colours[text.trim()], text),
  }
}
