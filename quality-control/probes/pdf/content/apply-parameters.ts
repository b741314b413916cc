import type { GraphicsState } from './graphics-state'
import type { PdfDictionary, PdfObjects } from '../structure/pdf-objects'

/**
 * Sets what a graphics state parameter dictionary names (ISO 32000-1, 8.4.5), as far as the state keeps it.
 */
export function applyParameters(objects: PdfObjects, state: GraphicsState, parameters: PdfDictionary): void {
  state.lineWidth = objects.number(parameters['/LW']) ?? state.lineWidth
  const overprint = objects.boolean(parameters['/OP'])
  state.isStrokeOverprinting = overprint ?? state.isStrokeOverprinting
  // One entry alone stands for both.
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
