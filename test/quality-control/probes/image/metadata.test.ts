import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { bufferReader } from '../../../../quality-control/probes/image/file-reader'
import { readExif } from '../../../../quality-control/probes/image/read-exif'
import { readIccProfile } from '../../../../quality-control/probes/image/read-icc-profile'
import { readJpegHeader } from '../../../../quality-control/probes/image/read-jpeg'
import { readPrivacy } from '../../../../quality-control/probes/image/read-privacy'
import { bars } from '../../../support/bars'
import { exifBlock, type TiffTag, withExifBlock } from '../../../support/exif-block'
import { probeBytes } from '../../../support/probe-file'

afterAll(stopPooledChildren)

describe('primaries and curve of a profile decide, not its name', () => {
  const profileOf = async (name: string) => {
    const image = name === 'cmyk' ? bars(8, 8).toColourspace('cmyk') : bars(8, 8)
    const { icc } = await sharp(await image.withIccProfile(name).jpeg().toBuffer()).metadata()
    if (icc === undefined) throw new Error('no profile')
    return icc
  }
  /** The first entry of this tag gets other content. */
  const changed = (icc: Buffer, tag: string, content: Buffer) => {
    const bytes = Buffer.concat([icc, content])
    const at = 132 + 12 * [0, 1, 2, 3, 4, 5, 6, 7, 8].findIndex((entry) => tagAt(bytes, entry) === tag)
    bytes.writeUInt32BE(icc.length, at + 4)
    bytes.writeUInt32BE(content.length, at + 8)
    return bytes
  }
  const tagAt = (bytes: Buffer, entry: number) => bytes.toString('latin1', 132 + entry * 12, 136 + entry * 12)
  const gamma = (value: number) =>
    Buffer.concat([
      Buffer.from('curv\0\0\0\0\0\0\0\x01'),
      Buffer.from([value, Math.round((value % 1) * 256)]),
    ])

  test.each([
    ['srgb', 'sRGB'],
    ['p3', 'Display P3'],
  ])('%s', async (name, space) => {
    expect(readIccProfile(await profileOf(name))).toMatchObject({ colourModel: 'rgb', space })
  })

  test('sRGB’s primaries with another curve are another space; a power of 2.2 is as good', async () => {
    const icc = await profileOf('srgb')
    const withCurve = (value: number) =>
      ['rTRC', 'gTRC', 'bTRC'].reduce((bytes, tag) => changed(bytes, tag, gamma(value)), icc)
    expect(readIccProfile(withCurve(1.8)).space).toBe('other')
    expect(readIccProfile(withCurve(1)).space).toBe('other')
    expect(readIccProfile(withCurve(2.2)).space).toBe('sRGB')
  })

  test('a profile of another colour model, and a broken one, have none', async () => {
    expect(readIccProfile(await profileOf('cmyk')).space).toBeUndefined()
    expect(readIccProfile((await profileOf('srgb')).subarray(0, 200)).space).toBeUndefined()
  })
})

describe('JPEG tables', () => {
  /** Every table of this number gets one value. */
  const withTable = (jpeg: Buffer, id: number, value: number) => {
    const bytes = Buffer.from(jpeg)
    let at = 2
    while (bytes[at + 1] !== 0xda) {
      const end = at + 2 + bytes.readUInt16BE(at + 2)
      for (let table = at + 4; bytes[at + 1] === 0xdb && table < end; table += 65)
        if (bytes[table] === id) bytes.fill(value, table + 1, table + 65)
      at = end
    }
    return bytes
  }
  const read = (bytes: Buffer) => readJpegHeader(bufferReader(bytes))

  test.each([20, 50, 75, 90])('both are estimated: quality %i', async (quality) => {
    const { quality: luma = 0, chromaQuality = 0 } = read(await bars(64, 64).jpeg({ quality }).toBuffer())
    expect(Math.abs(luma - quality)).toBeLessThanOrEqual(1)
    expect(Math.abs(chromaQuality - quality)).toBeLessThanOrEqual(2)
  })

  test('a coarse table of colour behind a fine one of brightness, and the reverse', async () => {
    const jpeg = await bars(64, 64).jpeg({ quality: 95 }).toBuffer()
    expect(read(withTable(jpeg, 1, 250))).toMatchObject({ quality: 95 })
    expect(read(withTable(jpeg, 1, 250)).chromaQuality).toBeLessThan(25)
    expect(read(withTable(jpeg, 0, 250)).quality).toBeLessThan(20)
    expect(read(withTable(jpeg, 0, 250)).chromaQuality).toBeGreaterThan(90)
  })

  test('grey has no table of colour', async () => {
    expect(read(await bars(64, 64).toColourspace('b-w').jpeg().toBuffer()).chromaQuality).toBeUndefined()
  })
})

describe('personal data that cameras write in their own notes', () => {
  const ascii = (id: number, text: string): TiffTag => [id, 2, Buffer.from(`${text}\0`)]
  const privacy = (maker: string, note: Buffer | TiffTag[]) =>
    readExif(bufferReader(exifBlock({ main: [ascii(0x10f, maker)], note })))

  test('Canon: owner and serial number, which may be empty', () => {
    const filled = privacy('Canon', [
      ascii(0x09, 'Erika Mustermann'),
      [0x0c, 4, Buffer.from('0000002a', 'hex')],
    ])
    expect(filled).toMatchObject({ hasAuthor: true, hasSerialNumber: true })
    const empty = privacy('Canon', [ascii(0x09, '        '), [0x0c, 4, Buffer.alloc(4)]])
    expect(empty).toMatchObject({ hasAuthor: false, hasSerialNumber: false })
  })

  test.each<[string, (tags: TiffTag[]) => Buffer, number]>([
    ['NIKON', (tags) => Buffer.concat([Buffer.from('Nikon\0\x02\x10\0\0'), exifBlock({ main: tags })]), 0x1d],
    [
      'FUJIFILM',
      (tags) =>
        Buffer.concat([
          Buffer.from('FUJIFILM\x0c\0\0\0'),
          exifBlock({ main: tags, isLittle: true, from: 12 }),
        ]),
      0x10,
    ],
    [
      'OLYMPUS',
      (tags) =>
        Buffer.concat([
          Buffer.from('OLYMPUS\0II\x03\0'),
          exifBlock({ main: tags, isLittle: true, from: 12 }),
        ]),
      0x404,
    ],
  ])('%s: a serial number', (maker, noteOf, tag) => {
    expect(privacy(maker, noteOf([ascii(tag, 'NO= 20004711')])).hasSerialNumber).toBe(true)
    expect(privacy(maker, noteOf([ascii(tag + 1, 'NO= 20004711')])).hasSerialNumber).toBe(false)
  })

  test('another maker’s note, and one that points nowhere, say nothing', () => {
    expect(privacy('Acme', [ascii(0x0c, '4711')]).hasSerialNumber).toBe(false)
    expect(privacy('NIKON', Buffer.from('Nikon\0\x02\x10\0\0MM\0*\xff\xff\xff\xff', 'latin1'))).toMatchObject(
      {
        hasSerialNumber: false,
      },
    )
  })
})

describe('texts', () => {
  const chunk = (type: string, data: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])))
    return Buffer.concat([length, Buffer.from(type), data, sum])
  }
  const exif = exifBlock({ main: [[0x13b, 2, Buffer.from('Erika\0')]] })
  const hex = Buffer.concat([Buffer.from('Exif\0\0'), exif]).toString('hex')

  test.each<[string, Buffer]>([
    ['an author as text', chunk('tEXt', Buffer.from('Author\0Erika Mustermann'))],
    [
      'an author, compressed',
      chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync('Erika')])),
    ],
    ['an author in Unicode', chunk('iTXt', Buffer.from('Author\0\0\0de\0Autor\0Erika Müller'))],
    [
      'EXIF as hexadecimal text',
      chunk('tEXt', Buffer.from(`Raw profile type exif\0\nexif\n ${hex.length / 2}\n${hex}\n`)),
    ],
  ])('of a PNG: %s', async (_, text) => {
    const png = await bars(80, 80).png().toBuffer()
    const end = png.length - 12
    const { facts } = await probeBytes(Buffer.concat([png.subarray(0, end), text, png.subarray(end)]))
    expect(facts.file?.privacy).toMatchObject({ hasAuthor: true, hasGps: false })
  })

  const nothing = {
    hasAlpha: false,
    hasResolution: false,
    hasGps: false,
    hasSerialNumber: false,
    hasAuthor: false,
  }
  const ofXmp = (xmp: string) => readPrivacy(nothing, { xmp: Buffer.from(xmp) })

  test('of the history in XMP: a path with the folder of a user', () => {
    const path = (folder: string) => ofXmp(`<stRef:filePath>file:///${folder}/job/a.psd</stRef:filePath>`)
    expect(path('Users/erika').hasUserPath).toBe(true)
    expect(path('C:\\Users\\erika').hasUserPath).toBe(true)
    expect(path('Users/Shared').hasUserPath).toBeUndefined()
    expect(path('Volumes/Server').hasUserPath).toBeUndefined()
  })

  test('of XMP: owner, and the place of a drone', () => {
    expect(ofXmp('aux:OwnerName="Erika"').hasAuthor).toBe(true)
    expect(ofXmp('aux:OwnerName=""').hasAuthor).toBe(false)
    expect(ofXmp('drone-dji:GpsLatitude="52.5"').hasGps).toBe(true)
    expect(ofXmp('drone-dji:RelativeAltitude="+12"').hasGps).toBe(false)
  })
})

describe('the thumbnail in the metadata', () => {
  /** Soft blobs, as in a photograph: a crop of them is another image. */
  const scene = () => {
    const levels = Buffer.from(Array.from({ length: 12 * 8 }, (_, at) => (at * at * 7919 + at * 31) % 251))
    const small = { width: 12, height: 8, channels: 1 as const }
    return sharp(levels, { raw: small }).resize(480, 320, { kernel: 'cubic' }).toColourspace('srgb')
  }
  const thumbnail = (image: sharp.Sharp, width: number, height: number) =>
    image.resize(width, height, { fit: 'contain', background: '#000' }).jpeg({ quality: 60 }).toBuffer()
  const judge = async (image: Buffer, small: Buffer) => {
    const { facts } = await probeBytes(withExifBlock(image, exifBlock({ main: [], thumbnail: small })))
    return facts.file?.privacy.hasOtherThumbnail
  }

  test('of the same image, with bars or turned, is no finding', async () => {
    const source = await scene().png().toBuffer()
    const image = await sharp(source).jpeg().toBuffer()
    expect(await judge(image, await thumbnail(sharp(source), 160, 120))).toBeUndefined()
    expect(await judge(image, await thumbnail(sharp(source).rotate(90), 106, 160))).toBeUndefined()
  })

  test('of the image before it was cropped, and of another one, are found', async () => {
    const source = await scene().png().toBuffer()
    const cropped = await sharp(source)
      .extract({ left: 200, top: 100, width: 240, height: 160 })
      .jpeg()
      .toBuffer()
    expect(await judge(cropped, await thumbnail(sharp(source), 160, 120))).toBe(true)
    expect(await judge(await bars(480, 320).jpeg().toBuffer(), await thumbnail(scene(), 160, 106))).toBe(true)
  })

  test('that is flat or does not decode says nothing', async () => {
    const image = await bars(480, 320).jpeg().toBuffer()
    const flat = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer()
    expect(await judge(image, flat)).toBeUndefined()
    expect(await judge(image, Buffer.from('ffd8ffe000104a', 'hex'))).toBeUndefined()
  })
})

test('the profile of a GIF is in an extension of its own', async () => {
  const { icc } = await sharp(await bars(8, 8).withIccProfile('p3').png().toBuffer()).metadata()
  const gif = await bars(80, 60).gif().toBuffer()
  const start = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1)
  const blocks = Array.from({ length: Math.ceil((icc?.length ?? 0) / 255) }, (_, block) => {
    const part = icc?.subarray(block * 255, (block + 1) * 255) ?? Buffer.alloc(0)
    return Buffer.concat([Buffer.from([part.length]), part])
  })
  const extension = Buffer.concat([
    Buffer.from('\x21\xff\x0bICCRGBG1012', 'latin1'),
    ...blocks,
    Buffer.alloc(1),
  ])
  const { facts } = await probeBytes(Buffer.concat([gif.subarray(0, start), extension, gif.subarray(start)]))
  expect(facts.image?.profile).toMatchObject({ colourModel: 'rgb', space: 'Display P3' })
  expect((await probeBytes(gif)).facts.image?.profile).toBeUndefined()
})
