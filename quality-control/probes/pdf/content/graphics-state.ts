import type { Bounds, Matrix } from './bounds'
import type { Colour } from './colour-space'
import { gray } from './colour-space'
import type { PdfDictionary, PdfObjects } from '../structure/pdf-objects'

/** The part of the graphics state that print checks need. A plain value: `q` copies it. */
export interface GraphicsState {
  matrix: Matrix
  fill: Colour
  stroke: Colour
  lineWidth: number
  isFillOverprinting: boolean
  isStrokeOverprinting: boolean
  overprintMode: number
  fillAlpha: number
  strokeAlpha: number
  blendMode: string
  hasSoftMask: boolean
  font: { dictionary: PdfDictionary; size: number }
  textMode: number
  /** Distance between lines of text, in units of text space. */
  leading: number
  /** The extent of the clipping path; absent when nothing is clipped. */
  clip?: Bounds
  /** Inside a pattern tile: where the pattern is painted. */
  tileArea?: Bounds
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The state at the beginning of a page: opaque black. */
export function initialState(matrix: Matrix): GraphicsState {
  const black: Colour = { space: gray, components: [0] }
  return {
    matrix,
    fill: black,
    stroke: black,
    lineWidth: 1,
    isFillOverprinting: false,
    isStrokeOverprinting: false,
    overprintMode: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    blendMode: 'Normal',
    hasSoftMask: false,
    font: { dictionary: {}, size: 0 },
    textMode: 0,
    leading: 0,
  }
}

/** Applies a graphics state parameter dictionary (ISO 32000-1, 8.4.5) to the part that the state keeps. */
export function applyParameters(objects: PdfObjects, state: GraphicsState, parameters: PdfDictionary): void {
  state.lineWidth = objects.number(parameters['/LW']) ?? state.lineWidth
  const overprint = objects.boolean(parameters['/OP'])
  state.isStrokeOverprinting = overprint ?? state.isStrokeOverprinting
  // One entry alone applies to both.
  state.isFillOverprinting = objects.boolean(parameters['/op']) ?? overprint ?? state.isFillOverprinting
  state.overprintMode = objects.number(parameters['/OPM']) ?? state.overprintMode
  state.strokeAlpha = objects.number(parameters['/CA']) ?? state.strokeAlpha
  state.fillAlpha = objects.number(parameters['/ca']) ?? state.fillAlpha
  state.blendMode =
    objects.name(parameters['/BM']) ?? objects.name(objects.array(parameters['/BM'])[0]) ?? state.blendMode
  if (parameters['/SMask'] !== undefined) state.hasSoftMask = objects.name(parameters['/SMask']) !== 'None'
  const [font, size] = objects.array(parameters['/Font'])
  if (font !== undefined)
    state.font = { dictionary: objects.dictionary(font), size: objects.number(size) ?? 0 }
}

/** `inner` first, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** The mean growth of lengths: the square root of the area's growth. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

export function matrixOf(values: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = values.map((value) =>
    typeof value === 'number' && Number.isFinite(value) ? value : 0,
  )
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0]
}
