import sharp from 'sharp'

import { measurePixels } from '../../../../quality-control/probes/image/measure-pixels'

test('a pastel gradient is smooth; a faint texture and a line of faint print are not', async () => {
  const svg = (body: string) =>
    sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><linearGradient id="g" y2="1">' +
          '<stop stop-color="#fde2e4"/><stop offset="1" stop-color="#cddafd"/></linearGradient>' +
          `<rect width="600" height="400" fill="url(#g)"/>${body}</svg>`,
      ),
    )
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const texture = sharp({ create: { width: 600, height: 400, channels: 3, background: '#888', noise } })
  const print = '<path d="M100 200h120m0 8h-120m0 8h90" stroke="#e4d0d8" stroke-width="2"/>'
  expect(await isSmooth(svg(''))).toBe(true)
  expect(await isSmooth(texture.blur(1).linear(0.3, 150))).toBe(false)
  expect(await isSmooth(svg(print))).toBe(false)
})

/** As a JPEG of medium quality would show it. */
async function isSmooth(image: sharp.Sharp): Promise<boolean> {
  const jpeg = await image.removeAlpha().jpeg({ quality: 75 }).toBuffer()
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  return measurePixels({ data, ...info }).pixels.isSmooth
}
