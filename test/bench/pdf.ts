import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

import type { Profile } from '../../quality-control/profile'
import { runTool } from '../../quality-control/probes/run-tool'
import { PdfWriter } from '../../sandbox/samples/pdf-writer'
import { goodPrintAd } from '../../sandbox/samples/write-pdf'
import type { LocalCheck } from '../support/local-check'
import { shipped, withoutCopy } from './bench-profile'
import type { Compared } from './pairs'
import { compare } from './pairs'
import { softShapes } from './soft-shapes'

/** A one-page print ad without OCR, over the sum of the tools that must be called for it. */
export function benchPdf(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const path = join(folder, 'ad.pdf')
  writeFileSync(path, goodPrintAd())
  return overTools(local, { path, profile: withoutCopy(shipped(local, 'print_ad')), pages: 1 }, pairs)
}

/** A brochure of 30 pages with text and photographs, everything on, over the same tools on all pages. */
export async function benchBrochure(local: LocalCheck, folder: string, pairs: number): Promise<Compared> {
  const path = join(folder, 'brochure.pdf')
  writeFileSync(path, await brochure())
  return overTools(local, { path, profile: shipped(local, 'print_ad'), pages: brochurePages }, pairs)
}

interface Work {
  path: string
  profile: Profile
  pages: number
}

function overTools(local: LocalCheck, { path, profile, pages }: Work, pairs: number): Promise<Compared> {
  const options = {
    signal: new AbortController().signal,
    timeoutMs: 60_000,
    searchPath: local.limits.searchPath,
    cwd: dirname(path),
  }
  return compare(
    pairs,
    () => local.check(path, profile),
    async () => {
      for (const [command, ...args] of toolsFor(path, pages)) await runTool(command, args, options)
    },
  )
}

/** What the checks need from poppler and qpdf, each once: what a user would call one after the other. */
function toolsFor(path: string, pages: number): [string, ...string[]][] {
  return [
    ['pdfinfo', '-box', '-f', '1', '-l', String(pages), path],
    ['pdffonts', path],
    ['pdfimages', '-list', path],
    ['qpdf', '--check', path],
    ['qpdf', '--json=2', path],
    ['qpdf', '--qdf', '--object-streams=disable', path, '-'],
    ['pdftoppm', '-jpegcmyk', '-r', '72', path, 'ink'],
    ['pdftoppm', '-jpeg', '-r', '100', path, 'preview'],
    ['pdftotext', '-bbox-layout', path, '-'],
  ]
}

const brochurePages = 30

/** A4 pages, each with a photograph of its own of 1500 x 1000 pixels and 40 lines of live text. */
async function brochure(): Promise<Buffer> {
  const pdf = new PdfWriter()
  const font = pdf.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const line = 'Fresh coffee for every table, roasted this morning and delivered to your door.'
  const lines = Array.from({ length: 40 }, (_, row) => `BT /F1 9 Tf 50 ${440 - row * 10} Td (${line}) Tj ET`)
  for (let page = 0; page < brochurePages; page++) {
    const entries =
      '/Type /XObject /Subtype /Image /Width 1500 /Height 1000 /ColorSpace /DeviceRGB ' +
      '/BitsPerComponent 8 /Filter /DCTDecode'
    const photo = await sharp(await softShapes(15, 10))
      .resize(1500, 1000)
      .jpeg()
      .toBuffer()
    const image = pdf.stream(entries, photo, { isCompressed: false })
    pdf.page({
      media: [0, 0, 595, 842],
      content: ['q 495 0 0 330 50 470 cm /Im1 Do Q', ...lines],
      resources: `/Font << /F1 ${font} >> /XObject << /Im1 ${image} >>`,
    })
  }
  return pdf.toBuffer()
}
