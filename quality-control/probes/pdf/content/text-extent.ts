import type { PdfDictionary, PdfObjects } from '../structure/pdf-objects'
import type { Matrix } from './bounds'
import { boundsOf, clipped, cornersOf } from './bounds'
import type { GraphicsState } from './graphics-state'
import { scaleOf } from './graphics-state'

/** More letters than a line has: how far it goes on is not followed. */
const longestLineEms = 1000

/** Whether a line of text is certainly outside the clip: it goes on from its start. */
export function isTextOutside({ clip, tileArea }: GraphicsState, em: number, matrix: Matrix): boolean {
  if (clip === undefined || tileArea !== undefined || em === 0) return false
  const line = { left: -em, bottom: -em, right: longestLineEms * em, top: em }
  return clipped(boundsOf(cornersOf(line, matrix)), clip) === undefined
}

/** Glyph space of all other fonts: a thousandth of text space (ISO 32000-1, 9.2.4). */
const usualScale = 0.001

/**
 * How large an em of this font is in text space: 1, except in a Type 3 font with a scale of its own, where it
 * is the height of its glyphs (9.6.5). Bitmap fonts of TeX are shown at a size of 1.
 */
export function emOfFont(objects: PdfObjects, font: PdfDictionary): number {
  if (objects.name(font['/Subtype']) !== 'Type3') return 1
  const [a = 0, b = 0, c = 0, d = 0] = objects.numbers(font['/FontMatrix'], 6) ?? []
  const scale = scaleOf([a, b, c, d, 0, 0])
  if (Math.abs(scale - usualScale) < usualScale / 10) return 1
  const [, bottom = 0, , top = 0] = objects.numbers(font['/FontBBox'], 4) ?? []
  const height = Math.abs(top - bottom) * scale
  return height > 0 && Number.isFinite(height) ? height : 1
}
