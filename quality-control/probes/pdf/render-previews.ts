import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Preview, ProbeInput } from '../probe-types'
import { runTool } from '../run-tool'
import { toolErrors, toolOptions } from './structure/read-structure'

/** Few pages are shown large, many small: together they must fit into one report. */
const sizes = [
  { upToPages: 2, pixels: 1400 },
  { upToPages: 5, pixels: 1000 },
  { upToPages: 10, pixels: 700 },
]
const maxPages = 10

/**
 * Images of the first pages by pdftoppm: the whole media box, in its shown orientation. The pages in `heavy`
 * are left out.
 */
export async function renderPreviews(
  input: ProbeInput,
  pageCount: number,
  heavy: ReadonlyMap<number, string>,
): Promise<{ previews: Preview[]; errors: string[] }> {
  const last = Math.min(pageCount, maxPages)
  const pixels = sizes.find(({ upToPages }) => last <= upToPages)?.pixels ?? 700
  const errors: string[] = []
  for (const range of rangesOf(last, heavy)) errors.push(...(await renderRange(input, range, pixels)))
  const previews: Preview[] = []
  for (const file of (await readdir(input.previewDir)).sort()) {
    const page = Number(/^page-(\d+)\.jpg$/.exec(file)?.[1] ?? 0)
    const size = page === 0 ? undefined : await jpegSize(join(input.previewDir, file))
    if (size !== undefined)
      previews.push({ file, kind: 'page', ...size, page, alt: `Page ${page} of ${pageCount}` })
  }
  return { previews, errors }
}

interface Range {
  first: number
  last: number
}

/** Consecutive pages that may be rendered: one run each, usually one in all. */
function rangesOf(last: number, heavy: ReadonlyMap<number, string>): Range[] {
  const ranges: Range[] = []
  for (let page = 1; page <= last; page++) {
    if (heavy.has(page)) continue
    const range = ranges.at(-1)
    if (range?.last === page - 1) range.last = page
    else ranges.push({ first: page, last: page })
  }
  return ranges
}

/** Returns the messages of the renderer. */
async function renderRange(input: ProbeInput, { first, last }: Range, pixels: number): Promise<string[]> {
  const pages = ['-f', String(first), '-l', String(last), '-scale-to', String(pixels)]
  const output = [input.path, join(input.previewDir, 'page')]
  const args = ['-jpeg', '-jpegopt', 'quality=82,optimize=n', ...pages, ...output]
  const { stderr, killedFor } = await runTool('pdftoppm', args, toolOptions(input))
  const ended = killedFor === undefined ? [] : [endings[killedFor]]
  return [...ended, ...toolErrors(stderr, input.path)]
}

const endings = {
  timeout: 'The pages could not be rendered within 5 minutes.',
  crash: 'The pages crash the program that renders them.',
}

/**
 * Width and height from the frame header of a baseline JPEG, which pdftoppm writes near the beginning.
 * Undefined when there is no such file.
 */
export async function jpegSize(
  path: string,
): Promise<{ widthPixels: number; heightPixels: number } | undefined> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    for (let at = 2; at + 9 < bytesRead && buffer[at] === 0xff; at += 2 + buffer.readUInt16BE(at + 2)) {
      if (buffer[at + 1] === 0xc0)
        return { widthPixels: buffer.readUInt16BE(at + 7), heightPixels: buffer.readUInt16BE(at + 5) }
    }
    return undefined
  } finally {
    await file.close()
  }
}
