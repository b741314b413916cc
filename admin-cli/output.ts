/** Data goes to stdout, messages to stderr; with `--json` the data are one JSON value. */
export interface Output {
  /** The command's result: `text` for people, `value` for `--json`. */
  data: (value: unknown, text: string) => void
  /** Progress and warnings, on stderr. */
  message: (text: string) => void
  /** True when the answer must be JSON. */
  isJson: boolean
}

interface Streams {
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown }
}

export function createOutput(isJson: boolean, { stdout, stderr }: Streams): Output {
  return {
    isJson,
    data: (value, text) => {
      const printed = isJson ? JSON.stringify(value, undefined, 2) : visible(text)
      if (printed !== '') stdout.write(`${printed}\n`)
    },
    message: (text) => {
      stderr.write(`${visible(text)}\n`)
    },
  }
}

/** File names come from outside: they must not move the cursor or colour the terminal. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Columns under their headings, as wide as their widest cell; the last one is not padded. */
export function table(headings: string[], rows: string[][]): string {
  const lines = [headings, ...rows].map((row) => row.map((cell) => cell.replace(/\n/g, ' ')))
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((row) => Array.from(row[column] ?? '').length)),
  )
  return lines
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - Array.from(cell).length))
}
