import type { ColourSpace } from '../content/colour-space'
import type { PdfDictionary } from '../structure/pdf-objects'
import type { ImageReader } from '../structure/read-streams'
import type { ImageHeader } from './image-header'
import { imageHeader } from './image-header'
import type { PageImage, PageStreams } from './page-images'

const scanned = ['DCTDecode', 'JPXDecode', 'JBIG2Decode']
const maxImages = 5000

/** What passing over the compressed data of the images shows, without decoding it. */
export class ImageScan implements ImageReader {
  /** By reference; JPEG 2000 and JBIG2 only. */
  readonly headers = new Map<string, ImageHeader>()
  /** The colour spaces that images define themselves, by dictionary. */
  readonly spaces = new Map<PdfDictionary, ColourSpace>()
  /** References of JPEGs without an end: some still have all their pixels. */
  readonly unended = new Set<string>()
  /** References of JPEG 2000 images whose data is shorter than its own index says. */
  readonly cutOff = new Set<string>()
  private readonly images: Map<string, PageImage>

  constructor(pages: PageStreams[]) {
    const all = pages.flatMap(({ images }) => images)
    const wanted = all.filter(({ codec = '' }) => scanned.includes(codec)).slice(0, maxImages)
    this.images = new Map(wanted.map((image) => [image.reference, image]))
  }

  get references(): ReadonlySet<string> {
    return new Set(this.images.keys())
  }

  /** Whether the size of an image is only known after `onImage`. */
  get hasHiddenSizes(): boolean {
    return [...this.images.values()].some(({ codec }) => codec !== 'DCTDecode')
  }

  readonly onImage = (reference: string, data: Buffer): void => {
    const { codec = '', dictionary } = this.images.get(reference) ?? { dictionary: {} }
    if (codec === 'DCTDecode' && !hasEnd(data)) this.unended.add(reference)
    if (codec === 'JPXDecode' && isCutOff(data)) this.cutOff.add(reference)
    const header = imageHeader(codec, data)
    if (header === undefined) return
    this.headers.set(reference, header)
    if (header.space !== undefined) this.spaces.set(dictionary, header.space)
  }
}

const jpegEnd = Buffer.from([0xff, 0xd9])
/** Writers pad the data, or end it with a line break. */
const maxPadding = 64

function hasEnd(data: Buffer): boolean {
  return data.subarray(-maxPadding).includes(jpegEnd)
}

const tilePartStart = Buffer.from([0xff, 0x90])
const codestream = Buffer.from([0xff, 0x4f, 0xff, 0x51])
const maxTileParts = 100_000

/** Each tile-part states its length (ISO/IEC 15444-1, A.4.2): follows them to the end of the data. */
function isCutOff(data: Buffer): boolean {
  const start = data.indexOf(codestream)
  if (start === -1) return true
  let at = data.indexOf(tilePartStart, start)
  for (let parts = 0; at !== -1 && at + 12 <= data.length && parts < maxTileParts; parts++) {
    if (data[at] !== 0xff || data[at + 1] !== 0x90) return false
    const length = data.readUInt32BE(at + 6)
    if (length === 0) return false
    if (at + length > data.length) return true
    at += length
  }
  return at === -1
}
