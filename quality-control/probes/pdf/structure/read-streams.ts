import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import { toolErrors, toolOptions } from './read-structure'

export interface DecodedStreams {
  /** Decoded bytes by reference. */
  byReference: Map<string, Buffer>
  /** What could not be read, one sentence each. */
  gaps: string[]
  /** The error messages of qpdf. */
  errors: string[]
}

/** Larger content is a map with every detail, or a bomb. */
const maxBytes = 96 << 20

/**
 * The decoded data of some streams, in one run of qpdf: its JSON has them inline as base64 and is read as it
 * arrives. Images are never requested. A stream that unpacks without end is cut off and reported as a gap.
 */
export async function readStreams(input: ProbeInput, references: Iterable<string>): Promise<DecodedStreams> {
  const wanted = [...references].map((reference) => `--json-object=${reference.replace(/ (\d+) R$/, ',$1')}`)
  const reader = new InlineStreamReader()
  if (wanted.length === 0) return { byReference: reader.streams, gaps: [], errors: [] }
  const args = [
    '--json=2',
    '--json-key=qpdf',
    '--json-stream-data=inline',
    '--decode-level=generalized',
    ...wanted,
    '--',
    input.path,
  ]
  const tooMuch = new Error(`The page contents decompress to more than ${maxBytes >> 20} MiB.`)
  const onStdout = (chunk: Buffer) => {
    reader.add(chunk)
    if (reader.bytes > maxBytes) throw tooMuch
  }
  const gaps: string[] = []
  let errors: string[] = []
  try {
    const { exitCode, killedFor, stderr } = await runTool('qpdf', args, { ...toolOptions(input), onStdout })
    errors = toolErrors(stderr, input.path)
    if (killedFor === 'timeout') gaps.push('The page contents could not be decompressed in the time allowed.')
    else if (exitCode !== 0 && exitCode !== 3)
      gaps.push(
        `The page contents could not be decompressed: ${errors[0] ?? (killedFor === 'crash' ? 'qpdf crashed' : 'unknown reason')}.`,
      )
  } catch (error) {
    if (error !== tooMuch) throw error
    gaps.push(tooMuch.message)
  }
  if (reader.undecodable > 0)
    gaps.push(`${reader.undecodable} page contents use a compression that is not supported.`)
  return { byReference: reader.streams, gaps, errors }
}

/**
 * Picks streams out of qpdf's JSON, line by line. A PDF cannot forge the lines it looks for: strings contain
 * no raw line breaks, and every key of a PDF dictionary begins with a slash.
 */
class InlineStreamReader {
  readonly streams = new Map<string, Buffer>()
  bytes = 0
  undecodable = 0
  private reference: string | undefined
  private line = ''
  private data: string[] | undefined

  add(chunk: Buffer) {
    let text = chunk.toString('latin1')
    while (text !== '') text = this.data === undefined ? this.readLines(text) : this.readData(this.data, text)
  }

  private readLines(text: string): string {
    let start = 0
    for (let end = start; start < text.length; start = end) {
      end = text.indexOf('\n', start) + 1
      this.line += text.slice(start, end === 0 ? undefined : end)
      if (this.line.startsWith(dataStart)) {
        const rest = this.line.slice(dataStart.length) + (end === 0 ? '' : text.slice(end))
        this.line = ''
        this.data = []
        return rest
      }
      if (end === 0) return ''
      this.takeLine()
    }
    return ''
  }

  private takeLine() {
    const reference = /^ {6}"obj:(\d+ \d+ R)": \{/.exec(this.line)?.[1]
    if (reference !== undefined) this.reference = reference
    // A filter that is still in the dictionary was not decoded.
    else if (
      this.reference !== undefined &&
      this.line.startsWith('            "/Filter"') &&
      this.streams.delete(this.reference)
    )
      this.undecodable++
    this.line = ''
  }

  private readData(data: string[], text: string): string {
    const end = text.indexOf('"')
    data.push(end === -1 ? text : text.slice(0, end))
    this.bytes += ((end === -1 ? text.length : end) * 3) / 4
    if (end === -1) return ''
    if (this.reference !== undefined) this.streams.set(this.reference, Buffer.from(data.join(''), 'base64'))
    this.data = undefined
    return text.slice(end)
  }
}

const dataStart = '          "data": "'
