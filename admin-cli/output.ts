import { type Layout, renderTable, type Table } from './table'
import { visible } from './visible'

/** What people read: text, tables, or both in this order. */
export type Text = string | Table | readonly (string | Table)[]

/** Data goes to stdout, messages to stderr; with `--json` both are JSON, messages one object a line. */
export interface Output {
  /** The command's result, once: `text` for people, `value` for `--json`. */
  data: (value: unknown, text: Text) => void
  /** Progress and warnings, on stderr. */
  message: (text: string) => void
  /** What ends the command, on stderr. */
  failure: (failure: Failure) => void
  /** One line that the next one replaces. On a terminal only. */
  progress: (text: string) => void
  /** True when the answer must be JSON. */
  isJson: boolean
}

export interface Failure {
  /** Stable word, at least one for each exit code. */
  reason: string
  exitCode: number
  message: string
  /** What to do next. */
  next?: string
}

interface Stream {
  write: (text: string) => unknown
  isTTY?: boolean
}

export interface OutputOptions extends Layout {
  isJson: boolean
  stdout: Stream
  stderr: Stream
}

export function createOutput({ isJson, stdout, stderr, ...layout }: OutputOptions): Output {
  const isLive = stderr.isTTY === true && !isJson
  let hasProgress = false
  const clear = () => {
    if (hasProgress) stderr.write('\r\u001B[K')
    hasProgress = false
  }
  return {
    isJson,
    data: (value, text) => {
      clear()
      const printed = isJson ? JSON.stringify(value, undefined, 2) : rendered(text, layout)
      if (printed !== '') stdout.write(`${printed}\n`)
    },
    message: (text) => {
      clear()
      stderr.write(`${isJson ? JSON.stringify({ message: text }) : visible(text)}\n`)
    },
    failure: (failure) => {
      clear()
      const { message, next } = failure
      const text = `error: ${message}${next === undefined ? '' : `\n${next}`}`
      stderr.write(`${isJson ? JSON.stringify({ error: failure }) : visible(text)}\n`)
    },
    progress: (text) => {
      if (!isLive) return
      clear()
      if (text === '') return
      stderr.write(visible(text))
      hasProgress = true
    },
  }
}

function rendered(text: Text, layout: Layout): string {
  if (typeof text === 'string') return visible(text)
  const parts = 'rows' in text ? [text] : text
  return parts
    .map((part) => (typeof part === 'string' ? visible(part) : renderTable(part, layout)))
    .join('\n')
}
