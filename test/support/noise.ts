import sharp from 'sharp'

/** A valid PNG of about 9 kB, large enough to break off in the middle. Another `seed` makes other bytes. */
export function noise(seed: number): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from(
      { length: 64 * 48 * 3 },
      (_, index) => (index * index * 7919 + index * seed * 31 + seed) % 251,
    ),
  )
  return sharp(pixels, { raw: { width: 64, height: 48, channels: 3 } })
    .png()
    .toBuffer()
}
