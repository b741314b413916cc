import { bufferReader } from '../../../../quality-control/probes/image/file-reader'
import { readJpegHeader } from '../../../../quality-control/probes/image/read-jpeg'

/** A JPEG's start and frame header: the sampling factors of luma and of both planes of chroma. */
const jpeg = (luma: number, blue: number, red: number, marker = 0xc0) =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, marker, 0, 17, 8, 0, 64, 0, 64, 3],
    ...[1, luma, 0, 2, blue, 1, 3, red, 1, 0xff, 0xda, 0, 2],
  ])

const chromaOf = (bytes: Buffer) => readJpegHeader(bufferReader(bytes)).chroma

test.each([
  ['4:2:0', 0x22, 0x11],
  ['4:2:2', 0x21, 0x11],
  ['4:2:2', 0x22, 0x12],
  ['4:4:0', 0x12, 0x11],
  ['4:4:0', 0x22, 0x21],
  ['4:4:4', 0x11, 0x11],
  ['4:4:4', 0x12, 0x12],
  ['4:1:1', 0x41, 0x11],
])('chroma is %s with the sampling factors %i and %i', (chroma, luma, colour) => {
  expect(chromaOf(jpeg(luma, colour, colour))).toBe(chroma)
  expect(chromaOf(jpeg(luma, colour, colour, 0xc2))).toBe(chroma)
})

test('unusual factors and tables instead of a frame have no name', () => {
  expect(chromaOf(jpeg(0x31, 0x11, 0x11))).toBeUndefined()
  expect(chromaOf(jpeg(0x22, 0x11, 0x12))).toBeUndefined()
  expect(chromaOf(jpeg(0x22, 0x11, 0x11, 0xc4))).toBeUndefined()
})
