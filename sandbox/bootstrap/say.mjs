/** One line for one step, on stderr. */
export function say(step) {
  process.stderr.write(`prepare: ${step}\n`)
}
