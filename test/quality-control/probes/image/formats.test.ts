import { join } from 'node:path'
import { crc32 } from 'node:zlib'

import { loadProfiles } from '../../../../config/profiles'
import type { Rejection, Verdict } from '../../../../quality-control/report'
import { acceptFile, acceptProbed } from '../../../../quality-control/accept-file'
import { catalogue } from '../../../../quality-control/checks/catalogue'
import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { typeOf } from '../../../../quality-control/probes/detect-type'
import { runChecks } from '../../../../quality-control/run-checks'
import { bars } from '../../../support/bars'
import { probeBytes } from '../../../support/probe-file'
import { heicOf, psdOf, withFfmpeg } from '../../../support/small-formats'

afterAll(stopPooledChildren)

const scene = () => bars(320, 210)

const profile = loadProfiles(join(__dirname, '../../../../config/profiles')).get('static_general')

interface Judged extends Awaited<ReturnType<typeof probeBytes>> {
  verdict?: Verdict
  rejection?: Rejection
  statuses: string[]
}

async function judge(bytes: Buffer, name: string): Promise<Judged> {
  if (profile === undefined) throw new Error('static_general is missing')
  const probed = await probeBytes(bytes, { name })
  const accepted = acceptFile(typeOf(bytes), profile, catalogue())
  if ('rejection' in accepted) throw new Error(accepted.rejection.message)
  const plan = acceptProbed(probed, accepted, profile)
  if ('rejection' in plan) return { rejection: plan.rejection, statuses: [], ...probed }
  const reference = { id: profile.id, title: profile.title, version: profile.version }
  const { results, verdict } = runChecks({ profile: reference, ...plan }, probed, catalogue())
  return { verdict, statuses: results.map(({ check, status }) => `${check} ${status}`), ...probed }
}

describe('a PNG twin gets the same verdict', () => {
  let png: Judged
  let source: Buffer
  beforeAll(async () => {
    source = await scene().png().toBuffer()
    png = await judge(source, 'a.png')
  })

  test.each<[string, () => Promise<Buffer>]>([
    ['bmp', () => Promise.resolve(withFfmpeg(source, 'bmp', ['-pix_fmt', 'bgr24']))],
    ['jxl', () => Promise.resolve(withFfmpeg(source, 'jxl', ['-distance', '0']))],
    ['heic', () => Promise.resolve(heicOf(source, 320, 210))],
    ['psd', () => psdOf(scene(), 'rgb')],
    ['psd', () => psdOf(scene(), 'rgb', { isPacked: true })],
  ])('%s', async (extension, make) => {
    const twin = await judge(await make(), `a.${extension}`)
    expect(twin.facts.integrity).toEqual(png.facts.integrity)
    expect(twin.facts.image).toMatchObject({
      ...{ format: extension, widthPixels: 320, heightPixels: 210, colourModel: 'rgb', channels: 3 },
      ...{ bitsPerChannel: 8, hasAlphaChannel: false, pages: 1 },
    })
    const [measured, expected] = [twin.facts.image?.pixels, png.facts.image?.pixels]
    expect(measured?.meanLuma).toBeCloseTo(expected?.meanLuma ?? 0, -0.5)
    expect(measured?.deviation).toBeCloseTo(expected?.deviation ?? 0, -0.5)
    expect(twin.statuses).toEqual(png.statuses)
    expect(twin.verdict).toBe(png.verdict)
    expect(twin.previews).toHaveLength(2)
  })

  test.each([{ isPacked: false }, { isPacked: true }])('psd in CMYK, %j: as its TIFF', async (options) => {
    const inks = scene().toColourspace('cmyk')
    const tiff = await judge(await inks.clone().tiff({ compression: 'none' }).toBuffer(), 'a.tif')
    const psd = await judge(await psdOf(inks, 'cmyk', options), 'a.psd')
    expect(psd.facts.image).toMatchObject({ colourModel: 'cmyk', channels: 4, statedPpi: 300 })
    expect(psd.facts.image?.pixels).toEqual(tiff.facts.image?.pixels)
    expect(psd.statuses).toEqual(tiff.statuses)
  })

  test.each([{ isPacked: false }, { isPacked: true }])('psd in Lab, %j: the same image', async (options) => {
    const psd = await judge(await psdOf(scene(), 'lab', options), 'a.psd')
    expect(psd.facts.integrity?.errors).toEqual([])
    expect(psd.facts.image).toMatchObject({ colourModel: 'lab', channels: 3, bitsPerChannel: 8 })
    expect(psd.statuses).toContain('image/colour-space fail')
    const [measured, expected] = [psd.facts.image?.pixels, png.facts.image?.pixels]
    expect(measured?.meanLuma).toBeCloseTo(expected?.meanLuma ?? 0, -0.5)
    expect(measured?.deviation).toBeCloseTo(expected?.deviation ?? 0, -0.5)
  })

  test('transparency of BMP and JPEG XL', async () => {
    const half = await scene().ensureAlpha(0.5).png().toBuffer()
    const expected = (await judge(half, 'a.png')).facts.image?.pixels
    for (const [extension, options] of [
      ['bmp', ['-pix_fmt', 'bgra']],
      ['jxl', ['-distance', '0']],
    ] as const) {
      const { facts } = await judge(withFfmpeg(half, extension, [...options]), `a.${extension}`)
      expect(facts.image).toMatchObject({ hasAlphaChannel: true, pixels: expected })
    }
  })
})

describe('what no decoder here knows is not supported, never damaged', () => {
  test.each([
    ['a PSD without a composite', { composite: false }, 'Maximize Compatibility'],
    ['a PSD with spot channels', { spotChannel: true }, 'spot channels'],
  ])('%s', async (_, options, saying) => {
    const { rejection } = await judge(await psdOf(scene(), 'rgb', options), 'a.psd')
    expect(rejection?.type).toBe('unsupported')
    expect(rejection?.message).toContain(saying)
    expect(rejection?.message).toContain('Deliver it as JPEG, PNG or TIFF.')
  })
})

test('an animated AVIF is told to be not supported, not damaged', async () => {
  const brands = Buffer.from('\0\0\0\x1cftypavis\0\0\0\0avifavismsf1', 'latin1')
  const { rejection } = await judge(Buffer.concat([brands, Buffer.alloc(100)]), 'a.avif')
  expect(rejection).toMatchObject({ type: 'unsupported', message: expect.stringContaining('animated AVIF') })
})

test.each([
  ['12 bits a sample', 'TIFF', () => tiffOf12Bits()],
  ['green at an odd place', 'BMP', () => bmpWithMasks([0xff000000, 0xff0, 0xff0000])],
  ['11, 11 and 10 bits', 'BMP', () => bmpWithMasks([0xffe00000, 0x1ffc00, 0x3ff])],
])('%s: not supported, not damaged', async (_, format, make) => {
  const { rejection } = await judge(make(), `a.${format.toLowerCase()}`)
  const message = `This kind of ${format} image is not supported. Deliver it as an 8-bit JPEG, PNG or TIFF.`
  expect(rejection).toMatchObject({ type: 'unsupported', message })
})

/** 4 × 4 pixels, grey. */
function tiffOf12Bits(): Buffer {
  const entries = [
    ...[
      [256, 4],
      [257, 4],
      [258, 12],
      [259, 1],
      [262, 1],
    ],
    ...[
      [273, 200],
      [277, 1],
      [278, 4],
      [279, 24],
    ],
  ]
  const bytes = Buffer.alloc(224)
  bytes.write('II*\0\x08\0\0\0', 'latin1')
  bytes.writeUInt16LE(entries.length, 8)
  for (const [index, [tag = 0, value = 0]] of entries.entries()) {
    const at = 10 + 12 * index
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(4, at + 2)
    bytes.writeUInt32LE(1, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  }
  return bytes
}

/** 2 × 2 pixels of 32 bits, BI_BITFIELDS. */
function bmpWithMasks(masks: number[]): Buffer {
  const bytes = Buffer.alloc(82, 0x7f)
  const header = [82, 0, 66, 40, 2, 2, 1 | (32 << 16), 3, 16, 0, 0, 0, 0, ...masks]
  bytes.write('BM', 'latin1')
  for (const [index, value] of header.entries()) bytes.writeUInt32LE(value >>> 0, 2 + 4 * index)
  return bytes
}

describe('damaged files', () => {
  const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
  test.each<[string, () => Promise<Buffer>]>([
    ['bmp', async () => withFfmpeg(await scene().png().toBuffer(), 'bmp', ['-pix_fmt', 'bgr24'])],
    ['heic', async () => heicOf(await scene().png().toBuffer(), 320, 210)],
    ['psd', () => psdOf(scene(), 'rgb')],
  ])('%s that was cut off fails', async (extension, make) => {
    const { rejection, verdict } = await judge(half(await make()), `a.${extension}`)
    expect(rejection?.type ?? verdict).toMatch(/corrupt|fail/)
  })
})

test('frames of an animated PNG are all judged: flashes, and the liveliest is shown', async () => {
  const flash = withFfmpeg(await scene().png().toBuffer(), 'apng', [
    ...[
      '-fps_mode',
      'passthrough',
      '-vf',
      "loop=19:1:0,setpts=N/(10*TB),scale=64:48,eq=brightness=-0.9:enable='not(mod(n,2))'",
      '-plays',
      '0',
    ],
    ...['-f', 'apng'],
  ])
  const { facts, statuses } = await judge(flash, 'a.png')
  expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
  expect(facts.image?.animation?.framesDecoded).toBe(facts.image?.animation?.frames)
  expect(facts.image?.animation?.flash?.mostTransitionsPerSecond).toBeGreaterThan(6)
  expect(facts.image?.pixels?.deviation).toBeGreaterThan(40)
  expect(statuses).toContain('image/flashes fail')
})

/** W3C PNG, third edition, 4.9: the image of IDAT is not a frame when no fcTL comes before it. */
test.each([0, 4_294_967_295])(
  'an animated PNG that ffmpeg gives no frame of is judged, %s plays',
  async (plays) => {
    const png = await scene().png().toBuffer()
    const control = (sequence: number) => {
      const data = Buffer.alloc(26)
      data.writeUInt32BE(sequence)
      data.writeUInt32BE(320, 4)
      data.writeUInt32BE(210, 8)
      return pngChunk('fcTL', data)
    }
    const counts = Buffer.alloc(8)
    counts.writeUInt32BE(2)
    counts.writeUInt32BE(plays, 4)
    const ending = [control(0), control(1), png.subarray(-12)]
    const animated = Buffer.concat([
      ...[png.subarray(0, 33), pngChunk('acTL', counts), png.subarray(33, -12), ...ending],
    ])
    const { facts, verdict } = await judge(animated, 'a.png')
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [] })
    expect(facts.image).toMatchObject({ widthPixels: 320, heightPixels: 210 })
    expect(verdict).toBeDefined()
  },
)

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
