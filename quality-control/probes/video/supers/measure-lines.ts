import { type GreyImage, readGrey } from '../../image/read-grey'
import { lights } from '../meters/light'
import type { FractionBox } from './crop-regions'
import { splitOf } from './split-of'

export interface LineJob {
  /** A frame that we made. */
  path: string
  maxPixels: number
  /** Lines of text, as fractions of the frame. */
  boxes: FractionBox[]
}

export interface MeasuredLine {
  /** WCAG's contrast ratio, 1..21. */
  contrast: number
  isOnBlock: boolean
}

/** Contrast and ground of lines of text on a frame. Runs in a pooled child. */
export async function measureLines({ path, maxPixels, boxes }: LineJob): Promise<MeasuredLine[]> {
  const frame = await readGrey(path, maxPixels)
  return boxes.map((box) => measureText(cut(frame, box)))
}

/** The line with a margin, in which only its ground is. */
function cut({ luma, width, height }: GreyImage, box: FractionBox): GreyImage {
  const margin = Math.round(box.height * height * marginShare)
  const left = Math.max(0, Math.floor(box.x * width) - margin)
  const top = Math.max(0, Math.floor(box.y * height) - margin)
  const right = Math.min(width, Math.ceil((box.x + box.width) * width) + margin)
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * height) + margin)
  const part = new Uint8Array(Math.max(0, (right - left) * (bottom - top)))
  for (let y = top; y < bottom; y++)
    part.set(luma.subarray(y * width + left, y * width + right), (y - top) * (right - left))
  return { luma: part, width: right - left, height: bottom - top }
}

const marginShare = 0.12

/** Letters are the smaller one of two groups of tones; pixels near them are neither. */
export function measureText({ luma, width, height }: GreyImage): MeasuredLine {
  const limit = splitOf(luma)
  const bright = luma.filter((code) => code > limit).length
  const areLettersBright = bright * 2 < luma.length
  const isLetter = (at: number) => (luma[at] ?? 0) > limit === areLettersBright
  const letters: number[] = []
  const ground: number[] = []
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (isLetter(at)) letters.push(luma[at] ?? 0)
      else if (!isNearLetter(isLetter, x, y, width, height)) ground.push(luma[at] ?? 0)
    }
  if (letters.length === 0 || ground.length === 0) return { contrast: 1, isOnBlock: false }
  const sorted = letters.sort((a, b) => (areLettersBright ? b - a : a - b))
  // The edges of thin strokes are blurred: the inner ones are the colour of the letters.
  const letter = lightOf(sorted[Math.floor(sorted.length / 5)] ?? 0)
  const tones = ground.sort((a, b) => a - b)
  const middle = tones[tones.length >> 1] ?? 0
  const [light, dark] = [letter, lightOf(middle)].sort((a, b) => b - a)
  const flat = tones.filter((code) => Math.abs(code - middle) <= flatRange).length
  return {
    contrast: Math.round((((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)) * 100) / 100,
    isOnBlock: flat >= tones.length * flatShare,
  }
}

const flatRange = 6
const flatShare = 0.97
const reach = 3

function isNearLetter(
  isLetter: (at: number) => boolean,
  x: number,
  y: number,
  width: number,
  height: number,
): boolean {
  for (let down = Math.max(0, y - reach); down <= Math.min(height - 1, y + reach); down++)
    for (let across = Math.max(0, x - reach); across <= Math.min(width - 1, x + reach); across++)
      if (isLetter(down * width + across)) return true
  return false
}

/** Relative luminance of a grey sRGB code. */
const lightOf = (code: number) => lights.sdr.linear[code] ?? 0
