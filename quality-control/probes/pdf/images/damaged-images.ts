import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, inflateSync } from 'node:zlib'

import { runInChild } from '../../child-pool/child-pool'
import type { ProbeInput } from '../../probe-types'
import { runTool } from '../../run-tool'
import { colourSpaceOf } from '../content/colour-space'
import { InlineStreamReader } from '../structure/inline-stream-reader'
import type { PdfDictionary, PdfObjects } from '../structure/pdf-objects'
import { jsonObject } from '../structure/read-streams'
import { toolOptions } from '../structure/read-structure'
import type { PageImage, PageStreams } from './page-images'
import type { ImageScan } from './scan-images'

/** Decoding costs as much as showing the image, so only suspects are decoded, and not more than this. */
const maxDecoded = 40
const jpegRemark = /corrupt jpeg|premature end of jpeg|huffman|invalid (?:jpeg|sos)|marker/i
const flateRemark = /flate stream|inflate/i

/**
 * A sentence for each image whose data is damaged or ends early. A remark of a tool only says where to look:
 * the image's own data is decoded, and what is missing from it is the fault.
 */
export async function damagedImages(
  input: ProbeInput,
  objects: PdfObjects,
  pages: PageStreams[],
  { unended, cutOff }: ImageScan,
  remarks: string[],
): Promise<string[]> {
  const isRemarked = (pattern: RegExp) => remarks.some((line) => pattern.test(line))
  const [hasJpegRemark, hasFlateRemark] = [isRemarked(jpegRemark), isRemarked(flateRemark)]
  const pageOf = new Map<string, { page: number; image: PageImage }>()
  for (const { page, images } of pages)
    for (const image of images) if (!pageOf.has(image.reference)) pageOf.set(image.reference, { page, image })
  const suspects = [...pageOf.values()].filter(
    ({ image: { reference, codec } }) =>
      cutOff.has(reference) ||
      (codec === 'DCTDecode' && (hasJpegRemark || unended.has(reference))) ||
      (codec === 'FlateDecode' && hasFlateRemark),
  )
  const chosen = suspects.slice(0, maxDecoded)
  const isDecoded = ({ image }: { image: PageImage }) => !cutOff.has(image.reference)
  const data = await compressedData(
    input,
    chosen.filter(isDecoded).map(({ image }) => image.reference),
  )
  const faults: string[] = []
  for (const { page, image } of chosen) {
    const { '/Width': width, '/Height': height } = image.dictionary
    const size = `${objects.number(width) ?? 0} × ${objects.number(height) ?? 0} pixels`
    const bytes = data.get(image.reference)
    const fault = cutOff.has(image.reference)
      ? 'its JPEG 2000 data ends early'
      : bytes && (await faultOf(input, objects, image, bytes, !unended.has(image.reference)))
    if (fault !== undefined) faults.push(`Page ${page}: an image of ${size} is damaged: ${fault}.`)
  }
  return faults
}

/** The data of streams as it is in the file, without their filters removed. */
async function compressedData(input: ProbeInput, references: string[]): Promise<Map<string, Buffer>> {
  if (references.length === 0) return new Map()
  const options = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=none']
  const args = [...options, ...references.map(jsonObject), '--', input.path]
  const found = new Map<string, Buffer>()
  const images = new InlineStreamReader(new Set(references), (reference, data) => found.set(reference, data))
  await runTool('qpdf', args, { ...toolOptions(input), onStdout: (chunk) => images.add(chunk) })
  return found
}

async function faultOf(
  input: ProbeInput,
  objects: PdfObjects,
  { reference, codec, dictionary }: PageImage,
  data: Buffer,
  hasEnd: boolean,
): Promise<string | undefined> {
  if (codec === 'FlateDecode') return missingRows(objects, dictionary, data)
  if (hasEnd) return (await isJpegCorrupt(input, reference, data)) ? 'its JPEG data is corrupt' : undefined
  // With the end marker in place, the decoder only complains when pixels are missing.
  const ended = Buffer.concat([data, jpegEnd])
  return (await isJpegCorrupt(input, reference, ended)) ? 'its JPEG data ends early' : undefined
}

const jpegEnd = Buffer.from([0xff, 0xd9])

/** Whether the strict decoder of the image probe finds a fault before the last row. */
async function isJpegCorrupt(input: ProbeInput, reference: string, data: Buffer): Promise<boolean> {
  const folder = join(input.scratchDir, `image-${Number.parseInt(reference, 10)}`)
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'image.jpg')
  await writeFile(path, data)
  const { maxPixels } = input.limits
  const job = { path, type: 'jpeg', previewDir: folder, maxPixels, wantsCodes: false }
  const outcome = await runInChild('image', job, { signal: input.signal, ...input.limits })
  return 'answer' in outcome && outcome.answer.integrity.errorCount > 0
}

const maxInflatedBytes = 256 << 20

function missingRows(objects: PdfObjects, dictionary: PdfDictionary, data: Buffer): string | undefined {
  const rows = objects.number(dictionary['/Height']) ?? 0
  const rowBytes = bytesOfRow(objects, dictionary)
  if (rowBytes === undefined || rows * rowBytes > maxInflatedBytes) return undefined
  const decoded = Math.floor(inflatedLength(data) / rowBytes)
  return decoded >= rows ? undefined : `it ends early, ${decoded} of ${rows} rows are in the file`
}

function inflatedLength(data: Buffer): number {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxInflatedBytes }
    return inflateSync(data, options).length
  } catch {
    return 0
  }
}

const componentsOf: Record<string, number | undefined> = { gray: 1, rgb: 3, cmyk: 4, lab: 3 }
const firstPngPredictor = 10

/** Undefined when the dictionary does not say how many components a pixel has. */
function bytesOfRow(objects: PdfObjects, dictionary: PdfDictionary): number | undefined {
  const isMask = objects.boolean(dictionary['/ImageMask']) === true
  const stated = dictionary['/ColorSpace']
  const isIndexed = objects.name(objects.array(stated)[0]) === 'Indexed'
  const { kind, colorants } = colourSpaceOf(objects, stated, {})
  const components = isMask || isIndexed ? 1 : colorants.length || componentsOf[kind]
  if (components === undefined) return undefined
  const bits = isMask ? 1 : (objects.number(dictionary['/BitsPerComponent']) ?? 8)
  const [parameters] = [dictionary['/DecodeParms'] ?? null].map((one) =>
    Array.isArray(objects.resolve(one)) ? objects.array(one)[0] : one,
  )
  const predictor = objects.number(objects.dictionary(parameters)['/Predictor']) ?? 1
  const width = objects.number(dictionary['/Width']) ?? 0
  return Math.max(1, Math.ceil((width * components * bits) / 8)) + (predictor >= firstPngPredictor ? 1 : 0)
}

/** The renderer's remarks, without those that the faults of the images explain. */
export function unexplained(remarks: string[], faults: string[]): string[] {
  if (faults.length === 0) return remarks
  return remarks.filter((line) => !jpegRemark.test(line) && !flateRemark.test(line))
}
