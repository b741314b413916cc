import sharp from 'sharp'

import { box, boxIn, full, u16, u32 } from './iso-boxes'

/**
 * An AVIF of 128 x 64 pixels whose primary item is a grid (ISO 23008-12, 6.6.2.3) of two tiles in a row, one
 * flat colour each. As some writers do, the tiles are not hidden; `gridFirst`: the grid has the lowest id.
 */
export async function gridAvif(
  colours: [string, string],
  { gridFirst }: { gridFirst: boolean },
): Promise<Buffer> {
  const tiles = await Promise.all(colours.map((colour) => tileOf(colour)))
  const ids = gridFirst ? { grid: 1, tiles: [2, 3] } : { grid: 3, tiles: [1, 2] }
  const ftyp = box('ftyp', Buffer.from('avif'), u32(0), Buffer.from('avifmif1miaf'))
  const payloads = tiles.map((tile) => boxIn(tile, 'mdat'))
  const metaOf = (start: number) => meta(ids, boxIn(tiles[0] ?? ftyp, 'av1C'), payloads, start)
  // The length of the boxes does not depend on the offsets in them.
  const start = ftyp.length + metaOf(0).length + 8
  return Buffer.concat([ftyp, metaOf(start), box('mdat', ...payloads)])
}

interface Ids {
  grid: number
  tiles: number[]
}

const tilePixels = 64

const tileOf = (background: string) =>
  sharp({ create: { width: tilePixels, height: tilePixels, channels: 3, background } })
    .avif({ quality: 90 })
    .toBuffer()

function meta({ grid, tiles }: Ids, av1C: Buffer, payloads: Buffer[], start: number): Buffer {
  const [first = 0, second = 0] = tiles
  const layout = Buffer.concat([Buffer.from([0, 0, 0, 1]), u16(2 * tilePixels), u16(tilePixels)])
  const item = (id: number, kind: string) => full('infe', 2, u16(id), u16(0), Buffer.from(`${kind}\0`))
  const size = (width: number) => full('ispe', 0, u32(width), u32(tilePixels))
  const sizes = payloads.map(({ length }) => length)
  const inFile = (id: number, at: number, length: number) => [
    u16(id),
    u16(0),
    u16(0),
    u16(1),
    u32(at),
    u32(length),
  ]
  return full(
    'meta',
    0,
    full('hdlr', 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
    full('pitm', 0, u16(grid)),
    full('iinf', 0, u16(3), ...[...tiles.map((id) => item(id, 'av01')), item(grid, 'grid')]),
    full('iref', 0, box('dimg', u16(grid), u16(2), u16(first), u16(second))),
    box(
      'iprp',
      box('ipco', box('av1C', av1C), size(tilePixels), size(2 * tilePixels)),
      full('ipma', 0, u32(3), ...tiles.map((id) => properties(id, [0x81, 2])), properties(grid, [3])),
    ),
    full(
      'iloc',
      1,
      u16(0x4400),
      u16(3),
      ...inFile(first, start, sizes[0] ?? 0),
      ...inFile(second, start + (sizes[0] ?? 0), sizes[1] ?? 0),
      ...[u16(grid), u16(1), u16(0), u16(1), u32(0), u32(layout.length)],
    ),
    box('idat', layout),
  )
}

const properties = (id: number, indexes: number[]) =>
  Buffer.concat([u16(id), Buffer.from([indexes.length, ...indexes])])
