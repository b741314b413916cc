import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'
import type { ColourSpace } from './colour-space'
import { colourSpaceOf } from './colour-space'
import type { Operand } from './content-lexer'

export interface PlacedImage {
  widthPixels: number
  heightPixels: number
  bitsPerComponent: number
  /** Absent for stencils, which paint with the current colour. */
  space: ColourSpace | undefined
  isInline: boolean
  /** The last filter, the codec of the pixels: `DCTDecode`, `JPXDecode`; absent when there is none. */
  codec?: string
}

/** What the dictionary of an image XObject states about its pixels. */
export function imageOf(
  objects: PdfObjects,
  image: PdfDictionary,
  resources: PdfDictionary,
  ownSpace: ColourSpace | undefined,
): PlacedImage {
  const isMask = objects.boolean(image['/ImageMask']) === true
  const stated = image['/ColorSpace']
  const codec = codecOf(objects, image)
  const space =
    stated === undefined && ownSpace !== undefined ? ownSpace : colourSpaceOf(objects, stated, resources)
  return {
    widthPixels: objects.number(image['/Width']) ?? 0,
    heightPixels: objects.number(image['/Height']) ?? 0,
    bitsPerComponent: isMask ? 1 : (objects.number(image['/BitsPerComponent']) ?? bitsOf(codec)),
    space: isMask ? undefined : space,
    isInline: false,
    codec,
  }
}

/** Fax images and JBIG2 are of 1 bit, also where their dictionary forgets to say so. */
function bitsOf(codec: string | undefined): number {
  return codec === 'CCITTFaxDecode' || codec === 'JBIG2Decode' ? 1 : 8
}

/** The name of the last filter, without abbreviations: XObjects must not use them. */
export function codecOf(objects: PdfObjects, stream: PdfDictionary): string | undefined {
  const filter = stream['/Filter']
  return objects.name(filter) ?? objects.name(objects.array(filter).at(-1))
}

/** What the operands of `BI` state; abbreviations as in ISO 32000-1, table 93. */
export function inlineImageOf(
  objects: PdfObjects,
  operands: Operand[],
  resources: PdfDictionary,
): PlacedImage {
  const entry = (...keys: string[]): Operand | undefined => {
    const at = operands.findIndex(
      (operand, index) => index % 2 === 0 && typeof operand === 'string' && keys.includes(operand),
    )
    return at === -1 ? undefined : operands[at + 1]
  }
  const number = (operand: Operand | undefined) => (typeof operand === 'number' ? operand : 0)
  const isMask = entry('/IM', '/ImageMask') === 'true'
  const space: PdfValue = entry('/CS', '/ColorSpace') ?? null
  return {
    widthPixels: number(entry('/W', '/Width')),
    heightPixels: number(entry('/H', '/Height')),
    bitsPerComponent: isMask ? 1 : number(entry('/BPC', '/BitsPerComponent')),
    space: isMask ? undefined : colourSpaceOf(objects, space, resources),
    isInline: true,
  }
}
