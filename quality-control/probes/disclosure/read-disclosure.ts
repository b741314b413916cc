import { open } from 'node:fs/promises'

import type { DisclosureFacts } from '../../facts/file'

const headBytes = 16 << 20
const tailBytes = 4 << 20

/**
 * What a file says about how it was made: a C2PA manifest store, and IPTC's digital source types in XMP or in
 * the manifest. Searches the first 16 and the last 4 MiB for their fixed bytes; compressed metadata (in some
 * PDFs) is not seen. Undefined when the file says nothing.
 */
export async function readDisclosure(path: string): Promise<DisclosureFacts | undefined> {
  const parts = await endsOf(path)
  const hasContentCredentials = parts.some((part) => part.includes(manifestStore))
  const types = new Set(parts.flatMap(sourceTypesIn))
  if (!hasContentCredentials && types.size === 0) return undefined
  return { hasContentCredentials, digitalSourceTypes: [...types].sort() }
}

async function endsOf(path: string): Promise<Buffer[]> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const read = async (at: number, length: number) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    }
    const head = await read(0, Math.min(size, headBytes))
    const rest = Math.min(size - head.length, tailBytes)
    return rest === 0 ? [head] : [head, await read(size - rest, rest)]
  } finally {
    await file.close()
  }
}

/** The description box of a manifest store (C2PA 2.1, 11.1.4.2): `jumd` and its type, a UUID. */
const manifestStore = Buffer.from('6a756d646332706100110010800000aa00389b71', 'hex')

/** IPTC NewsCodes: the scheme's address is part of every value. */
const scheme = 'cv.iptc.org/newscodes/digitalsourcetype/'
const maxTypes = 100

function sourceTypesIn(part: Buffer): string[] {
  const found: string[] = []
  let at = part.indexOf(scheme)
  for (; at >= 0 && found.length < maxTypes; at = part.indexOf(scheme, at + scheme.length)) {
    const start = at + scheme.length
    const type = /^[A-Za-z]{3,60}/.exec(part.toString('latin1', start, start + 60))?.[0]
    if (type !== undefined) found.push(type)
  }
  return found
}
