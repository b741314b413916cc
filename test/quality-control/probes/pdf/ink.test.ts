import type { PdfInk } from '../../../../quality-control/facts/pdf'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf } from '../../../support/probe-pdf'

async function inkOf(...args: Parameters<typeof onePage>) {
  const ink = (await pdfFactsOf(onePage(...args))).pages[0]?.ink
  if (ink === undefined) throw new Error('no ink')
  return ink
}

const squareMmAbove = (percent: number, { above }: PdfInk) =>
  above.find((one) => one.percent === percent)?.squareMm ?? 0

/** 100 × 100 mm. */
const square = [0, 0, 283.465, 283.465] as const

it.each([
  [100, '1 0 0 0 k'],
  [240, '0.6 0.6 0.6 0.6 k'],
  [300, '0.75 0.75 0.75 0.75 k'],
  [400, '1 1 1 1 k'],
  [100, '0 g 0 0 1 1 re f 0 0 0 1 k'],
])('a page in solid %i percent has that coverage: %s', async (percent, colour) => {
  const ink = await inkOf({ media: square, content: `${colour} 0 0 300 300 re f` })
  expect(Math.abs(ink.maximumPercent - percent)).toBeLessThanOrEqual(1)
  expect(ink.inkedShare).toBeGreaterThan(0.99)
})

it('exactly 300 percent is not above 300 percent', async () => {
  const ink = await inkOf({ media: square, content: '0.75 0.75 0.75 0.75 k 0 0 300 300 re f' })
  expect(squareMmAbove(300, ink)).toBe(0)
  expect(squareMmAbove(290, ink)).toBeGreaterThan(9000)
})

it('the area above a limit is the area drawn: 20 × 10 mm of 360 percent', async () => {
  const ink = await inkOf({ media: square, content: '0.9 0.9 0.9 0.9 k 56.693 113.386 56.693 28.346 re f' })
  expect(squareMmAbove(300, ink)).toBeGreaterThan(150)
  expect(squareMmAbove(300, ink)).toBeLessThan(220)
  expect(squareMmAbove(360, ink)).toBe(0)
  const box = ink.above.find(({ percent }) => percent === 300)?.box
  expect(box?.x).toBeCloseTo(0.2, 1)
  expect(box?.y).toBeCloseTo(0.5, 1)
  expect(box?.width).toBeCloseTo(0.2, 1)
  expect(box?.height).toBeCloseTo(0.1, 1)
})

it('printer’s marks outside the bleed box are not counted', async () => {
  const content = '0.1 0 0 0 k 40 40 200 200 re f 1 1 1 1 k 0 0 20 283 re f'
  expect(
    (await inkOf({ media: square, bleed: [40, 40, 240, 240], trim: [50, 50, 230, 230], content }))
      .maximumPercent,
  ).toBe(10)
})

it('an overprint adds up, a knockout does not', async () => {
  const resources = '/ExtGState << /Over << /OP true /op true /OPM 1 >> >>'
  const content = '1 1 0 0 k 0 0 300 300 re f'
  expect(
    (await inkOf({ media: square, resources, content: `${content} 0 0 0 1 k 0 0 300 300 re f` }))
      .maximumPercent,
  ).toBe(100)
  expect(
    (await inkOf({ media: square, resources, content: `${content} /Over gs 0 0 0 1 k 0 0 300 300 re f` }))
      .maximumPercent,
  ).toBe(300)
})

it('images in CMYK keep their inks', async () => {
  const writer = new PdfWriter()
  const pixels = Buffer.alloc(100 * 100 * 4, Math.round(0.8 * 255))
  const placed = writer.stream(
    '/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceCMYK /BitsPerComponent 8',
    pixels,
  )
  const ink = await inkOf(
    { media: square, content: 'q 283 0 0 283 0 0 cm /Im Do Q', resources: `/XObject << /Im ${placed} >>` },
    {},
    writer,
  )
  expect(Math.abs(ink.maximumPercent - 320)).toBeLessThanOrEqual(1)
})

it('a page in RGB is not measured: its separation is decided later', async () => {
  const facts = await pdfFactsOf(onePage({ content: '0.1 0.1 0.1 rg 0 0 300 300 re f' }))
  expect(facts).toMatchObject({ pagesRendered: 0 })
  expect(facts.pages[0]?.ink).toBeUndefined()
})

it('a rotated page is measured in its shown orientation', async () => {
  const trim = [0, 0, 300, 100] as const
  const ink = await inkOf({
    media: [0, 0, 300, 200],
    bleed: trim,
    trim,
    entries: '/Rotate 90',
    content: '1 1 1 1 k 0 100 300 100 re f 0.5 0 0 0 k 0 0 300 100 re f',
  })
  expect(Math.abs(ink.maximumPercent - 50)).toBeLessThanOrEqual(1)
})

it('a poster of 3 × 3 m is measured in coarser pixels', async () => {
  const ink = await inkOf({ media: [0, 0, 8504, 8504], content: '0.8 0.8 0.8 0.8 k 0 0 4252 8504 re f' })
  expect(ink.maximumPercent).toBe(320)
  expect(squareMmAbove(300, ink)).toBeGreaterThan(4.4e6)
  expect(squareMmAbove(300, ink)).toBeLessThan(4.6e6)
})

it('a page that paints only white is blank', async () => {
  const { pages } = await pdfFactsOf(
    onePage({
      content: '/P cs 0 scn 0 0 99 99 re f 0 0 0 0 k 0 0 99 99 re f',
      resources:
        `/ColorSpace << /P [/Separation /Gold /DeviceCMYK << /FunctionType ` +
        `2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 1 0] /N 1 >>] >>`,
    }),
  )
  expect(pages[0]).toMatchObject({ isBlank: true, ink: { maximumPercent: 0, above: [] } })
})

describe('ink that touches the trim is followed into the bleed', () => {
  const boxes = {
    media: square,
    trim: [28.35, 28.35, 255.1, 255.1],
    bleed: [19.85, 19.85, 263.6, 263.6],
  } as const
  it.each([
    ['to the edge of the sheet', '0 0 283 283 re', { left: 10, right: 10, top: 10, bottom: 10 }],
    ['to the trim', '28.35 28.35 226.75 226.75 re', { left: 0, right: 0, top: 0, bottom: 0 }],
    ['to the bleed on one side only', '19.85 100 150 50 re', { left: 3 }],
    ['not at all, where it stays inside', '50 50 100 100 re', {}],
    ['not where a mark of 1 mm crosses the edge', '0 100 60 2.8 re', {}],
  ])('%s', async (_, path, expected) => {
    const { reachMm = {} } = await inkOf({ ...boxes, content: `0 0.5 0 0 k ${path} f` })
    expect(Object.keys(reachMm).sort()).toEqual(Object.keys(expected).sort())
    for (const [side, mm] of Object.entries(reachMm))
      expect(Math.abs(mm - Number(new Map(Object.entries(expected)).get(side)))).toBeLessThanOrEqual(0.75)
  })
})
