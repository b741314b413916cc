import type { PdfPage } from '../../../../quality-control/facts/pdf'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf } from '../../../support/probe-pdf'

const toBlack = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 0 0 0.89] /N 1 >>'
const toGray = '<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0.1] /N 1 >>'
const separation = `/C [/Separation /All /DeviceCMYK ${toBlack}]`
const helvetica = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
const boxes = { media: [0, 0, 200, 200], trim: [50, 50, 150, 150], bleed: [40, 40, 160, 160] } as const

async function pageOf(content: string, space = separation, writer = new PdfWriter()): Promise<PdfPage> {
  const resources = `/ColorSpace << ${space} >> ${helvetica}`
  const [page] = (await pdfFactsOf(onePage({ ...boxes, content, resources }, {}, writer))).pages
  if (page === undefined) throw new Error('no page')
  return page
}

describe('registration colour inside the trim is found', () => {
  it.each([
    ['a fill', '/C cs 1 scn 90 90 20 20 re f', 'vector'],
    ['a line', '/C CS 1 SCN 60 100 m 140 100 l S', 'vector'],
    ['a line that begins outside', '/C CS 1 SCN 0 100 m 140 100 l S', 'vector'],
    ['text', '/C cs 1 scn BT /F1 12 Tf 60 100 Td (Words) Tj ET', 'text'],
    ['text on a second line', '/C cs 1 scn BT /F1 12 Tf 60 190 Td 20 TL T* T* T* T* (Words) Tj ET', 'text'],
    ['a tint', '/C cs 0.1 scn 90 90 20 20 re f', 'vector'],
    ['half outside the clip', 'q 40 40 60 60 re W n /C cs 1 scn 90 90 90 20 re f Q', 'vector'],
  ])('%s', async (_, content, painted) => {
    const { registration } = await pageOf(content)
    expect(registration).toMatchObject([{ painted, count: 1 }])
  })

  it('in a form and in a DeviceN space', async () => {
    const writer = new PdfWriter()
    const program = writer.stream('/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]', '{ 0 0 }')
    const space = `/C [/DeviceN [/Cyan /All] /DeviceCMYK ${program}]`
    const { registration } = await pageOf('/C cs 0 1 scn 90 90 20 20 re f', space, writer)
    expect(registration).toMatchObject([{ painted: 'vector', box: { x: 0.45, y: 0.45 } }])
  })
})

describe('registration colour outside the trim is what it is for', () => {
  it.each([
    ['marks in one path', '/C CS 1 SCN 50 10 m 50 30 l 150 10 m 150 30 l 50 190 m 50 170 l S'],
    ['marks in the bleed', '/C CS 1 SCN 45 10 m 45 49 l S'],
    ['marks that touch the trim', '/C CS 1 SCN 50 10 m 50 50 l S'],
    ['a frame around the page', '/C CS 1 SCN 30 30 140 140 re S'],
    ['the name of the file', '/C cs 1 scn BT /F1 6 Tf 60 20 Td (file_name.indd) Tj ET'],
    ['clipped away on the page', 'q 0 0 40 40 re W n /C cs 1 scn 0 0 200 200 re f Q'],
    ['a tint of nothing', '/C cs 0 scn 90 90 20 20 re f'],
    ['selected but not used', '/C cs 1 scn 0 0 0 1 k 90 90 20 20 re f'],
  ])('%s', async (_, content) => {
    expect((await pageOf(content)).registration).toEqual([])
  })
})

describe('registration colour prints every ink in full', () => {
  const fill = '/C cs 1 scn 0 0 200 200 re f'
  it.each([
    [`black of 89 %`, separation, 400],
    ['grey', `/C [/Separation /All /DeviceGray ${toGray}]`, 400],
    ['a spot colour, which stays as it is', `/C [/Separation /Dark /DeviceCMYK ${toBlack}]`, 89],
  ])('stated as %s', async (_, space, percent) => {
    const { ink } = await pageOf(fill, space)
    expect(Math.abs((ink?.maximumPercent ?? 0) - percent)).toBeLessThanOrEqual(1)
  })

  it('at its tint, and beside another ink of a DeviceN space', async () => {
    expect((await pageOf('/C cs 0.5 scn 0 0 200 200 re f')).ink?.maximumPercent).toBe(201)
    const writer = new PdfWriter()
    const program = writer.stream('/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1]', '{ 0 0 }')
    const space = `/C [/DeviceN [/Cyan /All] /DeviceCMYK ${program}]`
    const { ink } = await pageOf('/C cs 0.6 0.2 scn 0 0 200 200 re f', space, writer)
    expect(Math.abs((ink?.maximumPercent ?? 0) - 140)).toBeLessThanOrEqual(2)
  })
})

it('crop marks are no thin lines in several inks', async () => {
  const { thinLines } = await pageOf('/C CS 1 SCN 0.25 w 50 10 m 50 30 l S')
  expect(thinLines).toEqual([{ widthPoints: 0.25, count: 1 }])
})
