import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FactKey } from '../../quality-control/facts/facts'
import type { PdfFacts } from '../../quality-control/facts/pdf'
import { probePdf } from '../../quality-control/probes/pdf/probe-pdf'
import type { ProbedMedium, ProbeInput } from '../../quality-control/probes/probe-types'
import type { DocumentSource, PageSource } from '../../sandbox/samples/pdf-writer'
import { PdfWriter } from '../../sandbox/samples/pdf-writer'

/** Runs the PDF probe on these bytes, in temporary folders. */
export async function probePdfBytes(
  bytes: Buffer,
  overrides: Partial<ProbeInput> = {},
): Promise<ProbedMedium> {
  const folder = await mkdtemp(join(tmpdir(), 'probe-pdf-'))
  try {
    const [scratchDir, previewDir] = await Promise.all([
      mkdtemp(join(folder, 'scratch-')),
      mkdtemp(join(folder, 'previews-')),
    ])
    const path = join(folder, 'source')
    await writeFile(path, bytes)
    return await probePdf({
      path,
      name: 'sample.pdf',
      sizeBytes: bytes.length,
      sha256: '0'.repeat(64),
      scratchDir,
      previewDir,
      signal: new AbortController().signal,
      wants: new Set<FactKey>(['pdf']),
      limits: { searchPath: process.env.PATH ?? '', timeoutMs: 20_000, memoryBytes: 2e9, maxPixels: 100e6 },
      onProgress: () => undefined,
      ...overrides,
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The facts of a PDF that must be readable. */
export async function pdfFactsOf(bytes: Buffer, overrides: Partial<ProbeInput> = {}): Promise<PdfFacts> {
  const { facts } = await probePdfBytes(bytes, overrides)
  if (facts.pdf === undefined)
    throw new Error(`no PDF facts: ${facts.integrity?.errors.join('; ') ?? 'no integrity facts'}`)
  return facts.pdf
}

/** A document of one page, A4 unless the page says otherwise. */
export function onePage(
  page: Partial<PageSource>,
  document: DocumentSource = {},
  writer = new PdfWriter(),
): Buffer {
  writer.page({ media: [0, 0, 595, 842], content: '', ...page })
  return writer.toBuffer(document)
}
