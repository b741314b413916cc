import type { PdfDictionary, PdfObjects, PdfValue } from './pdf-objects'

const maxTextLength = 200

interface Layer {
  dictionary: PdfDictionary
  name: string
  isVisible: boolean
  isPrinted: boolean
}

/** Optional content groups and their state in the default configuration (ISO 32000-1, 8.11.4). */
export function readLayers(objects: PdfObjects): Layer[] {
  const properties = objects.dictionary(objects.dictionary(objects.trailer['/Root'])['/OCProperties'])
  const configuration = objects.dictionary(properties['/D'])
  const isOffByDefault = objects.name(configuration['/BaseState']) === 'OFF'
  const listed = (key: string) =>
    new Set(objects.array(configuration[key]).map((value) => objects.dictionary(value)))
  const [on, off] = [listed('/ON'), listed('/OFF')]
  return objects.array(properties['/OCGs']).map((value) => {
    const dictionary = objects.dictionary(value)
    const isVisible = isOffByDefault ? on.has(dictionary) : !off.has(dictionary)
    const printState = objects.name(
      objects.dictionary(objects.dictionary(dictionary['/Usage'])['/Print'])['/PrintState'],
    )
    const name = objects.text(dictionary['/Name'])?.slice(0, maxTextLength) ?? 'unnamed'
    return {
      dictionary,
      name,
      isVisible,
      isPrinted: printState === undefined ? isVisible : printState === 'ON',
    }
  })
}

export interface Layers {
  objects: PdfObjects
  /** Dictionaries of the layers that are neither shown nor printed. */
  hiddenLayers: ReadonlySet<PdfDictionary>
}

/**
 * Whether this optional content is hidden: a layer, or a group of layers (OCMD), which is hidden when all of
 * its layers are.
 */
export function isLayerHidden({ objects, hiddenLayers }: Layers, value: PdfValue | undefined): boolean {
  const layer = objects.dictionary(value)
  if (hiddenLayers.size === 0 || hiddenLayers.has(layer)) return hiddenLayers.has(layer)
  const members = objects.name(layer['/Type']) === 'OCMD' ? (layer['/OCGs'] ?? null) : null
  const layers = Array.isArray(objects.resolve(members)) ? objects.array(members) : [members]
  return layers.length > 0 && layers.every((one) => hiddenLayers.has(objects.dictionary(one)))
}
