import { deflateSync } from 'node:zlib'

import sharp from 'sharp'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf, probePdfBytes } from '../../../support/probe-pdf'

afterAll(stopPooledChildren)

/** A page that shows one image of these entries and data. */
function pageWith(entries: string, data: Buffer): Buffer {
  const writer = new PdfWriter()
  const image = writer.stream(`/Type /XObject /Subtype /Image ${entries}`, data, { isCompressed: false })
  const content = '1 0 0 0 k 0 0 9 9 re f q 100 0 0 100 0 0 cm /Im Do Q'
  const media = [0, 0, 100, 100] as const
  return onePage({ media, content, resources: `/XObject << /Im ${image} >>` }, {}, writer)
}

const noise = Buffer.alloc(120 * 90 * 3)
for (let index = 0, seed = 1; index < noise.length; index++) {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  noise[index] = seed >>> 16
}
const raw = { raw: { width: 120, height: 90, channels: 3 as const } }
const photo = '/Width 120 /Height 90 /ColorSpace /DeviceRGB /BitsPerComponent 8'

describe('an image whose data is damaged is a fault', () => {
  const flate = deflateSync(noise)
  const predictor = '/DecodeParms << /Predictor 15 /Colors 3 /Columns 120 >>'
  const jpeg = sharp(noise, raw).jpeg().toBuffer()
  const progressive = sharp(noise, raw).jpeg({ progressive: true }).toBuffer()
  const filteredRows = Buffer.concat(
    Array.from({ length: 90 }, (_, y) =>
      Buffer.concat([Buffer.of(0), noise.subarray(y * 360, y * 360 + 360)]),
    ),
  )
  const part = (bytes: Buffer, from: number, to: number) =>
    bytes.subarray(bytes.length * from, bytes.length * to)

  it.each([
    ['a JPEG that ends early', 'DCT', async () => part(await jpeg, 0, 0.5), /Page 1: .* ends early/],
    [
      'a progressive JPEG that ends early',
      'DCT',
      async () => part(await progressive, 0, 0.6),
      /JPEG data ends early/,
    ],
    [
      'a JPEG with a hole',
      'DCT',
      async () => Buffer.concat([part(await jpeg, 0, 0.5), part(await jpeg, 0.6, 1)]),
      /120 × 90 pixels is damaged: its JPEG data is corrupt/,
    ],
    ['Flate data that ends early', 'Flate', () => part(flate, 0, 0.5), /ends early, \d\d of 90 rows/],
  ])('%s', async (_, codec, data, message) => {
    const { facts } = await probePdfBytes(pageWith(`${photo} /Filter /${codec}Decode`, await data()))
    expect(facts.integrity?.errors.join('\n')).toMatch(message)
    expect(facts.integrity?.isDecodable).toBe(true)
  })

  it.each([
    ['a whole JPEG', 'DCT', () => jpeg, ''],
    ['a JPEG without its end marker', 'DCT', async () => (await jpeg).subarray(0, -2), ''],
    ['a JPEG that is padded', 'DCT', async () => Buffer.concat([await jpeg, Buffer.alloc(500)]), ''],
    ['whole Flate data', 'Flate', () => flate, ''],
    ['rows with a predictor', 'Flate', () => deflateSync(filteredRows), predictor],
  ])('%s is not', async (_, codec, data, more) => {
    const { facts } = await probePdfBytes(pageWith(`${photo} ${more} /Filter /${codec}Decode`, await data()))
    expect(facts.integrity).toMatchObject({ errorCount: 0, isDecodable: true })
  })
})

const integers = (...values: number[]) => Buffer.concat(values.map(integer))

function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const data = Buffer.concat(parts)
  return Buffer.concat([integer(data.length + 8), Buffer.from(type), data])
}

/** The header of a JPEG 2000 file and a tile-part that says it is longer than the data when `isCut`. */
function jpx(space: Buffer, components: number, isCut = false): Buffer {
  const size = Buffer.concat([integers(90, 120), Buffer.from([0, components, 7, 7, 0, 0])])
  const siz = Buffer.concat([
    Buffer.from([0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0]),
    integers(120, 90, 0, 0, 120, 90, 0, 0),
    Buffer.from([0, components]),
  ])
  const tile = Buffer.concat([
    Buffer.from([0xff, 0x90, 0, 10, 0, 0]),
    integer(isCut ? 900 : 40),
    Buffer.alloc(30),
  ])
  return Buffer.concat([
    box('jP  ', Buffer.from([13, 10, 0x87, 10])),
    box('ftyp', Buffer.from('jp2 ')),
    box('jp2h', box('ihdr', size), box('colr', space)),
    box('jp2c', siz, tile, Buffer.from([0xff, 0xd9])),
  ])
}

const enumerated = (code: number) => Buffer.concat([Buffer.from([1, 0, 0]), integer(code)])
const profile = (name: string) => Buffer.concat([Buffer.from([2, 0, 0]), Buffer.alloc(16), Buffer.from(name)])

describe('a JPEG 2000 image', () => {
  const bare = '/Width 120 /Height 90 /Filter /JPXDecode'

  it.each([
    ['sRGB', enumerated(16), 'rgb'],
    ['YCC', enumerated(18), 'rgb'],
    ['CMYK', enumerated(12), 'cmyk'],
    ['a profile for grey', profile('GRAY'), 'gray'],
    ['an unknown code, by its components', enumerated(99), 'rgb'],
  ])('states %s itself', async (_, space, expected) => {
    const { pages } = await pdfFactsOf(pageWith(bare, jpx(space, 3)))
    expect(pages[0]?.images).toMatchObject([{ space: expected, codec: 'JPXDecode' }])
    expect(pages[0]?.colours).toContainEqual(expect.objectContaining({ space: expected, painted: 'image' }))
  })

  it('has the colour space of its dictionary where that states one', async () => {
    const { pages } = await pdfFactsOf(pageWith(`${bare} /ColorSpace /DeviceCMYK`, jpx(enumerated(16), 3)))
    expect(pages[0]?.images[0]?.space).toBe('cmyk')
  })

  it('that is shorter than its index says is damaged', async () => {
    const { facts } = await probePdfBytes(pageWith(bare, jpx(enumerated(16), 3, true)))
    expect(facts.integrity?.errors.join('\n')).toContain('JPEG 2000 data ends early')
  })
})

describe('a page that would take hours is not rendered', () => {
  const limits = { searchPath: process.env.PATH ?? '', timeoutMs: 20_000, memoryBytes: 2e9, maxPixels: 1e6 }
  const jbig2 = (side: number) =>
    Buffer.concat([Buffer.from([0, 0, 0, 0, 0x30, 0, 1]), integers(19, side, side, 0, 0), Buffer.alloc(3)])
  const bitmap = '/ImageMask true /BitsPerComponent 1 /Filter /JBIG2Decode'

  it.each([
    [
      'its drawing is packed as an image',
      () => packedContent(jbig2(100_000)),
      /packed as an image \(JBIG2Decode\)/,
    ],
    [
      'an image states a huge size',
      () =>
        pageWith('/Width 90000 /Height 90000 /ColorSpace /DeviceGray /BitsPerComponent 8', Buffer.alloc(9)),
      /90000 × 90000 pixels; at most 1 million/,
    ],
    [
      'the data of an image has another size',
      () => pageWith(`/Width 9 /Height 9 ${bitmap}`, jbig2(100_000)),
      /image of 100000 × 100000/,
    ],
  ])('%s', async (_, bytes, message) => {
    const { facts, previews } = await probePdfBytes(bytes(), { limits })
    expect(facts.integrity?.errors.join('\n')).toMatch(message)
    expect(facts.integrity?.isDecodable).toBe(false)
    expect(previews).toEqual([])
    expect(facts.pdf?.pagesRendered).toBe(0)
  })

  it('and the other pages are', async () => {
    const writer = new PdfWriter()
    const huge = writer.stream('/Subtype /Image /Width 9000 /Height 9000 /ColorSpace /DeviceGray', 'x')
    const media = [0, 0, 99, 99] as const
    const resources = `/XObject << /Im ${huge} >>`
    for (const page of [1, 2, 3])
      writer.page({ media, content: '1 0 0 0 k 0 0 9 9 re f', resources: page === 2 ? resources : '' })
    const { facts, previews } = await probePdfBytes(writer.toBuffer(), { limits })
    expect(previews.map(({ page }) => page)).toEqual([1, 3])
    expect(facts.integrity).toMatchObject({ isDecodable: true, errorCount: 1 })
  })
})

function packedContent(data: Buffer): Buffer {
  const writer = new PdfWriter()
  const content = writer.stream('/Filter /JBIG2Decode', data, { isCompressed: false })
  return onePage({ entries: `/Contents ${content}` }, {}, writer)
}
