export interface RawImage {
  /** Interleaved 8-bit sRGB with or without alpha. */
  data: Buffer
  width: number
  height: number
  channels: number
}

/** What a transparent image is shown on: a light page (255) or a dark one (0). */
export type Background = 255 | 0

/** Brightness of every pixel (Rec. 709, 0..255), flattened on the background, white unless given. */
export function lumaOf(image: RawImage, background: Background = 255): Uint8Array {
  const luma = new Uint8Array(image.width * image.height)
  fillRows(image, luma, 0, image.height, background)
  return luma
}

/** Fills the rows from `top` up to `bottom`; returns how many of their pixels are not fully opaque. */
export function fillRows(
  { data, width, channels }: RawImage,
  luma: Uint8Array,
  top: number,
  bottom: number,
  background: Background = 255,
): number {
  const [first, end] = [top * width, bottom * width]
  if (channels === 1) luma.set(data.subarray(first, end), first)
  if (channels === 3) fillOpaque(data, luma, first, end)
  return channels === 2 || channels === 4 ? fillFlattened(data, luma, channels, [first, end], background) : 0
}

/** The hot loop of most images, so it uses integers: weights in 256ths. */
function fillOpaque(data: Buffer, luma: Uint8Array, first: number, end: number): void {
  for (let pixel = first, at = first * 3; pixel < end; pixel++, at += 3) {
    luma[pixel] = (54 * (data[at] ?? 0) + 183 * (data[at + 1] ?? 0) + 19 * (data[at + 2] ?? 0) + 128) >> 8
  }
}

function fillFlattened(
  data: Buffer,
  luma: Uint8Array,
  channels: 2 | 4,
  [first, end]: [number, number],
  background: Background,
): number {
  const [green, blue] = channels === 4 ? [1, 2] : [0, 0]
  let transparent = 0
  for (let pixel = first, at = first * channels; pixel < end; pixel++, at += channels) {
    const alpha = data[at + channels - 1] ?? 255
    const opaque =
      (54 * (data[at] ?? 0) + 183 * (data[at + green] ?? 0) + 19 * (data[at + blue] ?? 0) + 128) >> 8
    if (alpha < 255) transparent++
    luma[pixel] = background + ((opaque - background) * alpha) / 255
  }
  return transparent
}
