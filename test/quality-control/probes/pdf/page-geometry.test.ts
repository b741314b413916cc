import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FactKey } from '../../../../quality-control/facts/facts'
import type { ProbedMedium } from '../../../../quality-control/probes/probe-types'
import type { PageSource } from '../../../../sandbox/samples/pdf-writer'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf, probePdfBytes } from '../../../support/probe-pdf'

const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'

/** The same artwork on pages that are turned, enlarged and shifted: all must be judged alike. */
const turns = [0, 90, 180, 270]
const pages: Partial<PageSource>[] = [
  ...turns.map((degrees) => ({ entries: `/Rotate ${degrees}` })),
  { entries: '/Rotate -90' },
  { entries: '/Rotate 90 /UserUnit 2.5' },
]

let probed: ProbedMedium

beforeAll(async () => {
  const writer = new PdfWriter()
  const image = writer.stream(
    '/Type /XObject /Subtype /Image /Width 100 /Height 50 /ColorSpace /DeviceGray /BitsPerComponent 8',
    Buffer.alloc(5000, 0x77),
  )
  // Ink up to the trim on its left side, text 6 points from its top, an image in its middle.
  const content =
    `0 1 0 0 k 50 60 60 80 re f 0 g BT /F1 10 Tf 150 136 Td (Near) Tj ET ` + `q 100 0 0 50 200 75 cm /Im Do Q`
  for (const page of pages)
    writer.page({
      media: [0, 0, 400, 200],
      bleed: [40, 40, 360, 160],
      trim: [50, 50, 350, 150],
      content,
      resources: `${font} /XObject << /Im ${image} >>`,
      ...page,
    })
  probed = await probePdfBytes(writer.toBuffer(), { wants: new Set<FactKey>(['pdf', 'text']) })
})

const middle = (box: { x: number; y: number; width: number; height: number } | undefined) =>
  [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2].map(
    (one) => Math.round(one * 100) / 100,
  )

/** The side that ink stops at, the middle of the image and of the word, on the shown page. */
const shown = [
  { side: 'left', image: [0.63, 0.5], word: [0.4, 0.31] },
  { side: 'top', image: [0.5, 0.63], word: [0.69, 0.4] },
  { side: 'right', image: [0.38, 0.5], word: [0.6, 0.69] },
  { side: 'bottom', image: [0.5, 0.38], word: [0.31, 0.6] },
]

it.each([
  ['not turned', 0, 0, 1],
  ['by 90 degrees', 1, 1, 1],
  ['by 180 degrees', 2, 2, 1],
  ['by 270 degrees', 3, 3, 1],
  ['to the other side', 4, 3, 1],
  ['by 90 degrees, in units of 2.5 points', 5, 1, 2.5],
])(
  'on a page turned %s, sizes are those of the paper, and places those of the screen',
  (_, at, turn, unit) => {
    const page = probed.facts.pdf?.pages[at]
    const { side = '', image, word } = shown[turn] ?? {}
    expect(page?.textSizes).toEqual([{ sizePoints: 10 * unit, count: 1 }])
    expect(page?.images[0]?.ppi).toBe(Math.round((72 / unit) * 10) / 10)
    expect(middle(page?.images[0]?.box)).toEqual(image)
    expect(Object.entries(page?.ink?.reachMm ?? {})).toEqual([[side, expect.closeTo(0, 0)]])
    const words = probed.facts.text?.words.filter((one) => one.page === at + 1)
    expect(words?.map((one) => [one.text, ...middle(one)])).toEqual([['Near', ...(word ?? [])]])
  },
)

it('a page is as large as it is shown: turned, and without what its crop box hides', async () => {
  const sizeOf = async (page: Partial<PageSource>) =>
    (await probePdfBytes(onePage({ media: [0, 0, 720, 360], ...page }))).technicalFacts.find(
      ({ label }) => label === 'Page size',
    )?.value
  expect(await sizeOf({ entries: '/Rotate 90' })).toBe('127.0 × 254.0 mm')
  expect(await sizeOf({ crop: [0, 0, 72, 144] })).toBe('25.4 × 50.8 mm')
})

it.each([
  ['larger than the sheet', { crop: [-50, -50, 500, 300] as const }, [0, 0, 400, 200]],
  ['beside the sheet', { crop: [500, 500, 600, 600] as const }, [0, 0, 400, 200]],
  ['smaller than the sheet', { crop: [10, 20, 300, 200] as const }, [10, 20, 300, 200]],
])('without a trim box, the page is the part of the crop box on the sheet: %s', async (_, page, expected) => {
  const [first] = (await pdfFactsOf(onePage({ media: [0, 0, 400, 200], ...page }))).pages
  const { left, bottom, right, top } = first?.boxes.trim ?? {}
  expect([left, bottom, right, top]).toEqual(expected)
})

it('a page turned by 45 degrees is not turned: no viewer does', async () => {
  expect((await pdfFactsOf(onePage({ entries: '/Rotate 45' }))).pages[0]?.rotationDegrees).toBe(0)
})

it('a page of tiny units is rendered by its size on paper, not by its numbers', async () => {
  const media = [0, 0, 59_500, 84_200] as const
  const content = '1 1 0 0 k 0 0 59500 84200 re f'
  const {
    pages: [page],
  } = await pdfFactsOf(onePage({ media, entries: '/UserUnit 0.01', content }))
  expect(page?.boxes.media).toMatchObject({ right: 595, top: 842 })
  expect(page?.ink?.maximumPercent).toBe(200)
})

it.each([
  ['in object streams', ['--object-streams=generate']],
  ['in the order of a web server', ['--linearize']],
  ['encrypted without a password to open', ['--encrypt', '', 'owner', '256', '--extract=n', '--']],
  ['encrypted as of old', ['--allow-weak-crypto', '--encrypt', '', 'owner', '40', '--']],
])('a document has the same facts when it is written %s', async (_, options) => {
  const writer = new PdfWriter()
  const content = '0.5 1 0 0 k 0 0 99 99 re f BT /F1 10 Tf 150 136 Td (Near) Tj ET'
  writer.page({ media: [0, 0, 400, 200], content, resources: font })
  const plain = writer.toBuffer({ pages: '/Rotate 90', info: '/Title (Summer)' })
  const [wanted, facts] = [await pdfFactsOf(plain), await pdfFactsOf(rewritten(plain, options))]
  expect({ ...facts, pdfVersion: '', encryption: undefined }).toEqual({
    ...wanted,
    pdfVersion: '',
    encryption: undefined,
  })
  expect(facts.encryption !== undefined).toBe(options.includes('--encrypt'))
})

function rewritten(bytes: Buffer, options: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rewritten-'))
  try {
    writeFileSync(join(folder, 'plain'), bytes)
    execFileSync('qpdf', [...options, join(folder, 'plain'), join(folder, 'other')])
    return readFileSync(join(folder, 'other'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
