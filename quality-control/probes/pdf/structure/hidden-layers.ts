import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects'

export interface Layers {
  objects: PdfObjects
  /** Dictionaries of the layers that are neither shown nor printed. */
  hiddenLayers: ReadonlySet<PdfDictionary>
}

/**
 * Whether this optional content, a layer or a group of layers (OCMD), is hidden: a group is when all of its
 * layers are.
 */
export function isLayerHidden({ objects, hiddenLayers }: Layers, value: PdfValue | undefined): boolean {
  const layer = objects.dictionary(value)
  if (hiddenLayers.size === 0 || hiddenLayers.has(layer)) return hiddenLayers.has(layer)
  const members = objects.name(layer['/Type']) === 'OCMD' ? (layer['/OCGs'] ?? null) : null
  const layers = Array.isArray(objects.resolve(members)) ? objects.array(members) : [members]
  return layers.length > 0 && layers.every((one) => hiddenLayers.has(objects.dictionary(one)))
}
