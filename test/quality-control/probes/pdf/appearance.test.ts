import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

import type { FactKey } from '../../../../quality-control/facts/facts'
import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { badPrintAd, goodPrintAd } from '../../../../sandbox/samples/write-pdf'
import { fixture } from '../../../support/probe-file'
import { onePage, pdfFactsOf, probePdfBytes } from '../../../support/probe-pdf'

const wants = (...keys: FactKey[]) => ({ wants: new Set<FactKey>(keys) })
const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appearance-'))
})
afterAll(async () => {
  stopPooledChildren()
  await rm(folder, { recursive: true })
})

it('words have their location on the shown page, and a misspelled one a close-up of 300 ppi', async () => {
  const content = 'BT /F1 20 Tf 100 700 Td (Freshly) Tj 0 -600 Td (refreshng) Tj ET'
  const { facts, previews } = await probePdfBytes(
    onePage({ media: [0, 0, 400, 800], content, resources: `/Font << /F1 ${helvetica} >>` }),
    wants('pdf', 'text'),
  )
  expect(facts.text?.source).toBe('pdf')
  expect(facts.text?.words.map(({ text }) => text)).toEqual(['Freshly', 'refreshng'])
  const [first, second] = facts.text?.words ?? []
  expect(first).toMatchObject({ page: 1, confidence: 100, x: 0.25 })
  expect(first?.y).toBeGreaterThan(0.09)
  expect(first?.y).toBeLessThan(0.13)
  expect(second?.y).toBeGreaterThan(0.83)
  expect(second?.suggestions).toContain('refreshing')
  const [{ box, widthPixels, page } = { widthPixels: 0 }, ...others] = previews.filter(
    ({ kind }) => kind === 'detail',
  )
  expect(others).toEqual([])
  expect(widthPixels / ((box?.width ?? 0) * 400)).toBeCloseTo(300 / 72, 1)
  expect({ page, isBelow: (box?.y ?? 0) > 0.8 }).toEqual({ page: 1, isBelow: true })
})

it('a page without text objects is read by OCR', async () => {
  const letters = new PdfWriter()
  letters.page({
    media: [0, 0, 400, 200],
    content: 'BT /F1 40 Tf 40 90 Td (Summer sale) Tj ET',
    resources: `/Font << /F1 ${helvetica} >>`,
  })
  await writeFile(join(folder, 'letters'), letters.toBuffer())
  const pixels = execFileSync('pdftoppm', ['-gray', '-r', '200', join(folder, 'letters')])
  const [, width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pixels.toString('latin1', 0, 40)) ?? []
  const writer = new PdfWriter()
  const data = pixels.subarray(pixels.length - Number(width) * Number(height))
  const placed = writer.stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ` +
      `${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
    data,
  )
  const bytes = onePage(
    {
      media: [0, 0, 400, 200],
      content: 'q 400 0 0 200 0 0 cm /Im Do Q',
      resources: `/XObject << /Im ${placed} >>`,
    },
    {},
    writer,
  )
  const { facts } = await probePdfBytes(bytes, wants('pdf', 'text'))
  expect(facts.text?.source).toBe('ocr')
  expect(facts.text?.words.map(({ text }) => text)).toEqual(['Summer', 'sale'])

  const withNumber = onePage(
    {
      media: [0, 0, 400, 200],
      content: 'q 400 0 0 200 0 0 cm /Im Do Q BT /F1 9 Tf 380 10 Td (7) Tj ET',
      resources: `/XObject << /Im ${placed} >> /Font << /F1 ${helvetica} >>`,
    },
    {},
    writer,
  )
  const again = await probePdfBytes(withNumber, wants('pdf', 'text'))
  const onSecond = again.facts.text?.words.filter(({ page }) => page === 2) ?? []
  const words = onSecond.map(({ text }) => text)
  expect(words).toEqual(expect.arrayContaining(['7', 'Summer', 'sale']))
  expect(words.filter((text) => text === '7')).toHaveLength(1)
})

it('a QR code is read from the page, on the page that has it', async () => {
  const { data, info } = await sharp(fixture('image/qr-code.png'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const writer = new PdfWriter()
  const size = `/Width ${info.width} /Height ${info.height}`
  const placed = writer.stream(
    `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`,
    data,
  )
  writer.page({ media: [0, 0, 300, 300], content: '' })
  writer.page({
    media: [0, 0, 300, 300],
    content: 'q 250 0 0 150 25 25 cm /Im Do Q',
    resources: `/XObject << /Im ${placed} >>`,
  })
  const { facts } = await probePdfBytes(writer.toBuffer(), wants('pdf', 'codes'))
  expect(facts.codes?.codes).toMatchObject([{ text: 'https://example.com/summer', page: 2 }])
  expect(facts.text).toBeUndefined()
})

it('text and codes are only read when wanted', async () => {
  const { facts } = await probePdfBytes(goodPrintAd(), wants('pdf'))
  expect(Object.keys(facts).sort()).toEqual(['integrity', 'pdf'])
})

it('the first ten pages are shown, each as a JPEG of its own', async () => {
  const writer = new PdfWriter()
  for (let page = 0; page < 12; page++)
    writer.page({ media: [0, 0, 200, 100], content: '1 0 0 rg 0 0 99 99 re f' })
  const previewDir = await mkdtemp(join(folder, 'previews-'))
  const { previews } = await probePdfBytes(writer.toBuffer(), { previewDir })
  expect(previews.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(previews[0]).toMatchObject({
    kind: 'page',
    widthPixels: 700,
    heightPixels: 350,
    alt: 'Page 1 of 12',
  })
  expect(previews.map(({ file }) => file).sort()).toEqual((await readdir(previewDir)).sort())
  expect((await stat(join(previewDir, previews[0]?.file ?? ''))).size).toBeGreaterThan(500)
})

it('a rotated page is shown rotated', async () => {
  const { previews } = await probePdfBytes(onePage({ media: [0, 0, 200, 100], entries: '/Rotate 90' }))
  expect(previews[0]).toMatchObject({ widthPixels: 700, heightPixels: 1400 })
})

it('fonts and images of the sample advertisements agree with poppler', async () => {
  for (const bytes of [goodPrintAd(), badPrintAd()]) {
    const path = join(folder, 'sample')
    await writeFile(path, bytes)
    const rows = (tool: string, ...options: string[]) =>
      execFileSync(tool, [...options, path])
        .toString()
        .trim()
        .split('\n')
        .slice(2)
    const { fonts, pages } = await pdfFactsOf(bytes)
    expect(fonts.map(({ name, isEmbedded }) => [name, isEmbedded])).toEqual(
      rows('pdffonts').map((row) => [row.split(/\s+/)[0], / yes (?:yes|no) (?:yes|no) /.test(row)]),
    )
    const images = rows('pdfimages', '-list').map((row) => row.trim().split(/\s+/))
    expect(pages[0]?.images.map(({ widthPixels, ppi }) => [widthPixels, Math.round(ppi)])).toEqual(
      images.map((row) => [Number(row[3]), Number(row[12])]),
    )
  }
})

it('the tools and the document are described for the report', async () => {
  const { tools, technicalFacts } = await probePdfBytes(goodPrintAd())
  expect(tools.map(({ name }) => name)).toEqual(['qpdf', 'poppler'])
  expect(tools.every(({ version }) => /^\d+\.\d+/.test(version))).toBe(true)
  expect(technicalFacts).toEqual(
    expect.arrayContaining([
      { label: 'Pages', value: '1' },
      { label: 'PDF version', value: 'PDF 1.3, PDF/X-1a:2001' },
      { label: 'Trim size', value: '210.0 × 297.0 mm' },
    ]),
  )
})

it('the same advertisement gives the same bytes each time', () => {
  expect(goodPrintAd().equals(goodPrintAd())).toBe(true)
  expect(badPrintAd().equals(badPrintAd())).toBe(true)
})
