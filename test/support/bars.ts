import sharp from 'sharp'

/** Bars in four colours: an image with edges, whose orientation is visible. */
export function bars(width: number, height: number): sharp.Sharp {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isBar = Math.floor(x / 20) % 2 === 0
      data.set(y < height / 2 ? [isBar ? 230 : 20, 40, 40] : [30, isBar ? 220 : 30, 60], (y * width + x) * 3)
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}
