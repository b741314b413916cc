import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { bars } from '../../../support/bars'
import { gridAvif } from '../../../support/grid-avif'
import { fixture, probeBytes } from '../../../support/probe-file'
import { spotTiff } from '../../../support/spot-tiff'

afterAll(stopPooledChildren)

const frame = (shade: number, width = 80, height = 60) =>
  sharp({ create: { width, height, channels: 3, background: { r: shade, g: shade, b: shade } } })
    .png()
    .toBuffer()

async function animation(shades: number[], options: { delay: number[]; loop: number }): Promise<Buffer[]> {
  const joined = sharp(await Promise.all(shades.map((shade) => frame(shade))), { join: { animated: true } })
  return [await joined.clone().gif(options).toBuffer(), await joined.clone().webp(options).toBuffer()]
}

describe('what the header says', () => {
  test('a JPEG: size, quality, chroma, resolution, profile', async () => {
    const jpeg = await bars(640, 400)
      .jpeg({ quality: 80, chromaSubsampling: '4:4:4' })
      .withMetadata({ density: 300 })
      .toBuffer()
    const { facts, medium, problems, technicalFacts } = await probeBytes(jpeg, { name: 'a.jpg' })
    expect(medium).toBe('image')
    expect(problems).toEqual({})
    expect(facts.file).toMatchObject({
      detectedType: 'jpeg',
      extension: 'jpg',
      typeDescription: 'JPEG image',
    })
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
    expect(facts.image).toMatchObject({
      format: 'jpeg',
      widthPixels: 640,
      heightPixels: 400,
      orientation: 1,
      colourModel: 'rgb',
      bitsPerChannel: 8,
      statedPpi: 300,
      jpeg: { quality: 80, chromaSubsampling: '4:4:4', isProgressive: false },
      pages: 1,
    })
    expect(facts.image?.profile?.name).toMatch(/sRGB/)
    expect(technicalFacts).toEqual(
      expect.arrayContaining([
        { label: 'Size', value: '640 × 400 pixels' },
        { label: 'Stated resolution', value: '300 ppi' },
        { label: 'JPEG quality', value: 'about 80 of 100, chroma 4:4:4' },
      ]),
    )
  })

  test.each([30, 50, 75, 90, 95])('quality %i is estimated within one', async (quality) => {
    const { facts } = await probeBytes(await bars(200, 200).jpeg({ quality }).toBuffer())
    expect(Math.abs((facts.image?.jpeg?.quality ?? 0) - quality)).toBeLessThanOrEqual(1)
  })

  test('a file without a resolution gets none', async () => {
    expect((await probeBytes(await bars(80, 80).png().toBuffer())).facts.image?.statedPpi).toBeUndefined()
    expect((await probeBytes(await bars(80, 80).jpeg().toBuffer())).facts.image?.statedPpi).toBeUndefined()
  })

  test.each([1, 3, 6, 8])('orientation %i: size and pixels are as shown', async (orientation) => {
    const jpeg = await bars(600, 400).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer()
    const { facts, previewDir } = await probeBytes(jpeg)
    const isTurned = orientation >= 5
    expect(facts.image).toMatchObject({
      orientation,
      widthPixels: isTurned ? 400 : 600,
      heightPixels: isTurned ? 600 : 400,
    })
    const { data, info } = await sharp(join(previewDir, 'image.jpg'))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect({ width: info.width, height: info.height }).toEqual({
      width: facts.image?.widthPixels,
      height: facts.image?.heightPixels,
    })
    // The stored upper half is red; where it is shown depends on the orientation.
    const redAt = { 1: [300, 10], 3: [300, 390], 6: [390, 300], 8: [10, 300] }[orientation] ?? [0, 0]
    const at = ((redAt[1] ?? 0) * info.width + (redAt[0] ?? 0)) * info.channels
    expect((data[at + 1] ?? 0) < 80).toBe(true)
  })

  test('CMYK with its profile, and pixels that disagree with theirs', async () => {
    const cmyk = await bars(300, 200).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer()
    const { facts } = await probeBytes(cmyk)
    expect(facts.image).toMatchObject({ colourModel: 'cmyk', channels: 4, profile: { colourModel: 'cmyk' } })
    expect(facts.image?.pixels?.deviation).toBeGreaterThan(20)
  })

  test('16 bits, greyscale, alpha', async () => {
    const deep = await bars(200, 100).toColourspace('rgb16').png().toBuffer()
    expect((await probeBytes(deep)).facts.image).toMatchObject({ bitsPerChannel: 16, colourModel: 'rgb' })
    const grey = await bars(200, 100).greyscale().toColourspace('b-w').png().toBuffer()
    expect((await probeBytes(grey)).facts.image).toMatchObject({ colourModel: 'grey', channels: 1 })
    const half = await bars(200, 100).ensureAlpha(0.5).png().toBuffer()
    expect((await probeBytes(half)).facts.image).toMatchObject({
      hasAlphaChannel: true,
      pixels: { transparentShare: 1 },
    })
    const opaque = await bars(200, 100).ensureAlpha(1).png().toBuffer()
    expect((await probeBytes(opaque)).facts.image).toMatchObject({
      hasAlphaChannel: true,
      pixels: { transparentShare: 0 },
    })
  })

  test('spot channels of a TIFF are neither transparency nor damage', async () => {
    const spots = await probeBytes(spotTiff(7, 'cmyk', [0, 0, 0]))
    expect(spots.facts.integrity?.errors).toEqual([])
    expect(spots.facts.image).toMatchObject({
      colourModel: 'cmyk',
      channels: 7,
      hasAlphaChannel: false,
      pixels: { transparentShare: 0 },
    })
    const alpha = await probeBytes(spotTiff(4, 'rgb', [2]))
    expect(alpha.facts.image).toMatchObject({
      colourModel: 'rgb',
      channels: 4,
      hasAlphaChannel: true,
      pixels: { transparentShare: 1 },
    })
  })

  test('personal data is reported without its values', async () => {
    const exif = {
      IFD0: { Artist: 'Erika Mustermann' },
      IFD2: { BodySerialNumber: 'SN-4711' },
      IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' },
    }
    const result = await probeBytes(await bars(80, 80).jpeg().withExif(exif).toBuffer())
    expect(result.facts.file?.privacy).toEqual({ hasGps: true, hasSerialNumber: true, hasAuthor: true })
    expect(JSON.stringify(result)).not.toMatch(/Mustermann|4711|52\/1/)
    expect((await probeBytes(await bars(80, 80).jpeg().toBuffer())).facts.file?.privacy.hasGps).toBe(false)
  })

  test.each([
    { name: 'after its tiles', gridFirst: false },
    { name: 'before its tiles', gridFirst: true },
  ])('an AVIF grid $name is measured and shown as a whole', async ({ gridFirst }) => {
    const { facts, previewDir } = await probeBytes(await gridAvif(['#ff0000', '#0000ff'], { gridFirst }))
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
    expect(facts.image).toMatchObject({ format: 'avif', widthPixels: 128, heightPixels: 64, pages: 1 })
    expect(facts.image?.pixels).toMatchObject({ widthPixels: 128, heightPixels: 64 })
    expect(facts.image?.pixels?.deviation).toBeGreaterThan(100)
    const shown = await sharp(join(previewDir, 'image.jpg')).metadata()
    expect(shown).toMatchObject({ width: 128, height: 64 })
  })

  test('the pages of a TIFF', async () => {
    const pages = sharp(await Promise.all([frame(10), frame(200)]), { join: { animated: true } })
    const { facts } = await probeBytes(await pages.tiff().toBuffer())
    expect(facts.image).toMatchObject({ format: 'tiff', pages: 2 })
    expect(facts.image?.animation).toBeUndefined()
  })
})

describe('what moves', () => {
  test('frames, length and loops of a GIF and a WebP', async () => {
    for (const bytes of await animation([0, 120, 250], { delay: [500, 1000, 200], loop: 3 })) {
      const { facts } = await probeBytes(bytes)
      expect(facts.image?.animation).toMatchObject({
        frames: 3,
        durationSeconds: 1.7,
        loops: 3,
        framesDecoded: 3,
      })
    }
  })

  test('a frame of 10 ms counts as 100 ms, and an endless loop is reported as endless', async () => {
    for (const bytes of await animation([0, 250], { delay: [10, 10], loop: 0 })) {
      expect((await probeBytes(bytes)).facts.image?.animation).toMatchObject({
        durationSeconds: 0.2,
        loops: 0,
      })
    }
  })

  test('a two-frame loop flashes by playing again and again', async () => {
    for (const bytes of await animation([0, 255], { delay: [100, 100], loop: 0 })) {
      const flash = (await probeBytes(bytes)).facts.image?.animation?.flash
      expect(flash?.mostTransitionsPerSecond).toBe(10)
      expect(flash?.failing.length).toBeGreaterThan(0)
    }
    for (const bytes of await animation([0, 255], { delay: [1000, 1000], loop: 0 })) {
      expect((await probeBytes(bytes)).facts.image?.animation?.flash?.failing).toEqual([])
    }
  })

  test('the frame with the most contrast represents the animation', async () => {
    const image = await bars(80, 60).png().toBuffer()
    const frames = [await frame(255), image, await frame(255)]
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [500, 500, 500] })
      .toBuffer()
    expect((await probeBytes(gif)).facts.image?.pixels?.deviation).toBeGreaterThan(50)
  })
})

describe('what the pixels show', () => {
  test('sharpness falls with blur, and blank is blank', async () => {
    const sharpness = async (sigma: number) => {
      const png = await (sigma === 0 ? bars(800, 600) : bars(800, 600).blur(sigma)).png().toBuffer()
      return (await probeBytes(png)).facts.image?.pixels?.sharpness ?? 0
    }
    const [focused, soft, blurred] = [await sharpness(0), await sharpness(1.5), await sharpness(3)]
    expect(focused).toBeGreaterThan(0.5)
    expect(soft).toBeLessThan(focused)
    expect(blurred).toBeLessThan(0.2)
    const blank = await probeBytes(await frame(255, 300, 300))
    expect(blank.facts.image?.pixels).toMatchObject({ deviation: 0, meanLuma: 255 })
    expect(blank.facts.image?.pixels?.sharpness).toBeUndefined()
  })

  test.each([
    { name: 'an RGB image', colours: 'srgb', palette: false },
    { name: 'a grey image', colours: 'b-w', palette: false },
    { name: 'a palette', colours: 'srgb', palette: true },
  ] as const)('$name that its alpha hides is blank', async ({ colours, palette }) => {
    const hidden = bars(300, 200).toColourspace(colours).ensureAlpha(0)
    const { facts } = await probeBytes(await hidden.png({ palette }).toBuffer())
    expect(facts.image?.pixels).toMatchObject({ deviation: 0, transparentShare: 1 })
  })

  test('two previews, small enough for a report', async () => {
    const noise = sharp({
      create: {
        width: 1500,
        height: 1000,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: 'black',
      },
    })
    const { previews, previewDir } = await probeBytes(await noise.jpeg().toBuffer())
    expect(previews.map(({ file, kind }) => ({ file, kind }))).toEqual([
      { file: 'image.jpg', kind: 'image' },
      { file: 'thumbnail.jpg', kind: 'thumbnail' },
    ])
    for (const { file, widthPixels } of previews) {
      expect(statSync(join(previewDir, file)).size).toBeLessThan(150_000)
      expect((await sharp(join(previewDir, file)).metadata()).width).toBe(widthPixels)
    }
  })
})

describe('hostile and broken images end as facts', () => {
  const big = 30_000

  test('a pixel bomb is rejected by its header', async () => {
    const png = await frame(0)
    png.writeUInt32BE(big, 16)
    png.writeUInt32BE(big, 20)
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
    const { facts, previews, problems } = await probeBytes(png)
    expect(facts.integrity).toMatchObject({
      isDecodable: false,
      errors: ['The image has 30000 × 30000 = 900 million pixels; at most 100 million are decoded.'],
    })
    expect(facts.image).toMatchObject({ widthPixels: big })
    expect(facts.image?.pixels).toBeUndefined()
    expect({ previews, problems }).toEqual({ previews: [], problems: {} })
  })

  test('a wrong checksum in a PNG, which decoders ignore', async () => {
    const png = await bars(100, 100).png().withMetadata({ density: 72 }).toBuffer()
    const at = png.indexOf('pHYs')
    png[at + 5] = (png[at + 5] ?? 0) ^ 1
    const { facts } = await probeBytes(png)
    expect(facts.integrity).toMatchObject({
      isDecodable: true,
      errors: [expect.stringContaining('wrong check sum in a chunk (pHYs)')],
    })
    expect(facts.image?.pixels).toBeDefined()
  })

  test.each(['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif'] as const)(
    'a %s that is cut off has errors',
    async (format) => {
      const options = format === 'avif' ? { effort: 0 } : {}
      const whole = await bars(400, 300).toFormat(format, options).toBuffer()
      const { facts, problems } = await probeBytes(whole.subarray(0, Math.floor(whole.length * 0.6)))
      expect(facts.integrity?.errorCount).toBeGreaterThan(0)
      expect(problems).toEqual({})
    },
  )

  test('bytes between the parts of a JPEG header are no damage, and hide none behind them', async () => {
    const jpeg = await bars(640, 400).jpeg().toBuffer()
    const at = jpeg.indexOf(Buffer.of(0xff, 0xc0))
    const padded = Buffer.concat([jpeg.subarray(0, at), Buffer.from('stray'), jpeg.subarray(at)])
    const { facts } = await probeBytes(padded, { name: 'a.jpg' })
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
    const cut = await probeBytes(padded.subarray(0, padded.length / 2), { name: 'a.jpg' })
    expect(cut.facts.integrity?.errors.join()).toMatch(/premature end/)
  })

  test('a list of TIFF pages that leads back to its beginning is no damage', async () => {
    const tiff = await bars(64, 40).tiff({ compression: 'none' }).toBuffer()
    const start = tiff.readUInt32LE(4)
    tiff.writeUInt32LE(start, start + 2 + tiff.readUInt16LE(start) * 12)
    const { facts } = await probeBytes(tiff, { name: 'a.tif' })
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
  })

  test('a truncated JPEG is shown as far as it decodes', async () => {
    const whole = await bars(400, 300).jpeg().toBuffer()
    const { facts, previews } = await probeBytes(whole.subarray(0, Math.floor(whole.length * 0.6)))
    expect(facts.integrity?.isDecodable).toBe(true)
    expect(facts.integrity?.errors.join()).toMatch(/premature end/)
    expect(previews).toHaveLength(2)
  })

  test.each([
    ['a bare signature', Buffer.from([0xff, 0xd8, 0xff])],
    ['noise after a signature', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(500, 0xa5)])],
    [
      'a TIFF whose directory points at itself',
      Buffer.from('49492a0008000000010000000000000000000000000008000000', 'hex'),
    ],
    [
      'a PNG with endless chunks',
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('ffffffff49444154', 'hex')]),
    ],
  ])('%s', async (_, bytes) => {
    const { facts, problems } = await probeBytes(bytes, { wants: ['text', 'codes'] })
    expect(facts.integrity?.isDecodable).toBe(false)
    expect(facts.integrity?.errors[0]).toEqual(expect.any(String))
    expect(problems).toEqual({})
  })

  test('no message contains a path of ours', async () => {
    const whole = await bars(400, 300).avif({ effort: 0 }).toBuffer()
    const { facts } = await probeBytes(whole.subarray(0, Math.floor(whole.length * 0.5)))
    expect(facts.integrity?.errors.join()).not.toMatch(/\/tmp|source/)
  })

  test('an empty file, an SVG and a playlist named .jpg are never opened', async () => {
    for (const text of ['', '<svg xmlns="http://www.w3.org/2000/svg"/>', '#EXTM3U\nfile:///etc/passwd']) {
      const result = await probeBytes(Buffer.from(text), { name: 'a.jpg', wants: ['text', 'codes'] })
      expect(result).toMatchObject({ medium: undefined, previews: [], problems: {} })
      expect(Object.keys(result.facts)).toEqual(['file'])
    }
  })

  test.each([
    'a"b\'c.jpg',
    'line\nbreak.jpg',
    '-rf.jpg',
    '..\\..\\x.jpg',
    `${'ü'.repeat(200)}.jpg`,
    '$(touch x).jpg',
  ])('a file named %j', async (name) => {
    const { facts } = await probeBytes(await bars(80, 80).jpeg().toBuffer(), { name })
    expect(facts.file).toMatchObject({ name, extension: 'jpg' })
    expect(facts.integrity?.isDecodable).toBe(true)
  })

  test('an image that takes too long or too much memory is not decodable; the next one is fine', async () => {
    const jpeg = await bars(800, 600).jpeg().toBuffer()
    const limits = {
      searchPath: process.env.PATH ?? '',
      timeoutMs: 30_000,
      memoryBytes: 2e9,
      maxPixels: 100e6,
    }
    const large = await sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const slow = await probeBytes(large, { limits: { ...limits, timeoutMs: 150 } })
    expect(slow.facts.integrity).toMatchObject({
      isDecodable: false,
      errors: [expect.stringContaining('longer than 0.15 s')],
    })
    const fat = await probeBytes(large, { limits: { ...limits, memoryBytes: 10e6 } })
    expect(fat.facts.integrity).toMatchObject({
      isDecodable: false,
      errors: [expect.stringContaining('10 MB of memory')],
    })
    expect((await probeBytes(jpeg)).facts.integrity?.isDecodable).toBe(true)
  })

  test('a TIFF in CIELAB is judged, with a and b below zero', async () => {
    const { facts, problems } = await probeBytes(spotTiff(3, 'lab', []))
    expect(problems).toEqual({})
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
    expect(facts.image).toMatchObject({ format: 'tiff', colourModel: 'lab', bitsPerChannel: 8 })
    expect(facts.image?.pixels?.deviation).toBeGreaterThan(20)
  })

  test('a JPEG of 12 bits is reported as unsupported, not as damaged', async () => {
    const jpeg = await bars(80, 80).jpeg().toBuffer()
    jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 4] = 12
    const { facts, problems } = await probeBytes(jpeg)
    expect(facts.integrity).toBeUndefined()
    expect(problems.image).toMatch(/^A JPEG image with more than 8 bits per channel is not supported/)
  })

  test('a format without a decoder is reported as unsupported, not as broken', async () => {
    const { facts, problems } = await probeBytes(
      Buffer.from('0000000c6a5020200d0a870a000000146674797068', 'hex'),
    )
    expect(facts.integrity).toBeUndefined()
    expect(problems.image).toMatch(/JPEG 2000 image is not supported/)
  })
})

test('cancelling throws the reason', async () => {
  const controller = new AbortController()
  const large = await sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const probing = probeBytes(large, {
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('withdrawn')),
  })
  await expect(probing).rejects.toThrow('withdrawn')
})

test('without wants, no text is read and no OCR image is left behind', async () => {
  const { facts, previewDir } = await probeBytes(fixture('image/words.png'))
  expect(facts.text).toBeUndefined()
  expect(facts.codes).toBeUndefined()
  expect(existsSync(join(previewDir, '../scratch/ocr.pgm'))).toBe(false)
  expect(readFileSync(join(previewDir, 'image.jpg')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
})
