import sharp from 'sharp'

/** So many coloured spots across and down, as a PNG: enlarged, they are soft shapes without an edge. */
export function softShapes(across: number, down: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: across, height: down, channels: 3, noise, background: '#888' } })
    .png()
    .toBuffer()
}
