/**
 * A small uncompressed TIFF 6.0 whose pixels have more channels than a colour has inks: `extraSamples` 0 is a
 * spot colour, 2 transparency.
 */
export function spotTiff(
  channels: number,
  photometric: 'rgb' | 'cmyk' | 'lab',
  extraSamples: number[],
): Buffer {
  const [width, height] = [64, 48]
  const pixels = Buffer.alloc(width * height * channels)
  for (let at = 0; at < pixels.length; at++) pixels[at] = Math.floor(at / channels / 8) % 2 === 0 ? 220 : 30
  const bits = shorts(new Array<number>(channels).fill(8))
  const extras = shorts(extraSamples)
  const [bitsAt, extrasAt, pixelsAt] = [8, 8 + bits.length, 8 + bits.length + extras.length]
  const tags: [tag: number, type: 3 | 4, count: number, value: number][] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, channels, bitsAt],
    [259, 3, 1, 1],
    [262, 3, 1, { rgb: 2, cmyk: 5, lab: 8 }[photometric]],
    [273, 4, 1, pixelsAt],
    [277, 3, 1, channels],
    [278, 4, 1, height],
    [279, 4, 1, pixels.length],
  ]
  if (extraSamples.length > 0)
    tags.push([338, 3, extraSamples.length, extraSamples.length > 2 ? extrasAt : extras.readUInt16LE(0)])
  const directory = Buffer.alloc(2 + tags.length * 12 + 4)
  directory.writeUInt16LE(tags.length, 0)
  for (const [index, [tag, type, count, value]] of tags.entries()) {
    directory.writeUInt16LE(tag, 2 + index * 12)
    directory.writeUInt16LE(type, 4 + index * 12)
    directory.writeUInt32LE(count, 6 + index * 12)
    directory.writeUInt32LE(value, 10 + index * 12)
  }
  const header = Buffer.from('49492a0000000000', 'hex')
  header.writeUInt32LE(pixelsAt + pixels.length, 4)
  return Buffer.concat([header, bits, extras, pixels, directory])
}

function shorts(values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}
