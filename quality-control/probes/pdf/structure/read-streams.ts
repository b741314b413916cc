import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import { InlineStreamReader } from './inline-stream-reader'
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

/** Images whose data is looked at while it passes, and not kept. */
export interface ImageReader {
  references: ReadonlySet<string>
  onImage: (reference: string, data: Buffer) => void
}

/**
 * The decoded data of some streams, in one run of qpdf: its JSON has them inline as base64 and is read as it
 * arrives. Images pass as they are. A stream that unpacks without end is cut off and reported as a gap.
 */
export async function readStreams(
  input: ProbeInput,
  references: Iterable<string>,
  images: ImageReader = { references: new Set(), onImage: () => undefined },
): Promise<DecodedStreams> {
  const wanted = [...references, ...images.references].map(jsonObject)
  const reader = new InlineStreamReader(images.references, images.onImage)
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
        `The page contents could not be decompressed: ` +
          `${errors[0] ?? (killedFor === 'crash' ? 'qpdf crashed' : 'unknown reason')}.`,
      )
  } catch (error) {
    if (error !== tooMuch) throw error
    gaps.push(tooMuch.message)
  }
  if (reader.undecodable > 0)
    gaps.push(`${reader.undecodable} page contents use a compression that is not supported.`)
  return { byReference: reader.streams, gaps, errors }
}

/** qpdf's argument for one object. */
export function jsonObject(reference: string): string {
  return `--json-object=${reference.replace(/ (\d+) R$/, ',$1')}`
}
