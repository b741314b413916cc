import type { PdfObjects } from '../structure/pdf-objects'
import type { ImageHeader } from './image-header'
import type { PageStreams } from './page-images'

/** All images of a page together may be this much larger than one image. */
const pageFactor = 4

/**
 * The pages that must not be rendered, by number, with the reason as a sentence: their images are larger
 * than `maxPixels`, by the dictionary or by the image's own header, or their content is packed as an image.
 */
export function heavyPages(
  objects: PdfObjects,
  pages: PageStreams[],
  headers: ReadonlyMap<string, ImageHeader>,
  maxPixels: number,
): Map<number, string> {
  const heavy = new Map<number, string>()
  for (const { page, images, contentCodecs } of pages) {
    const sizes = images.map(({ reference, dictionary }) =>
      larger(
        [objects.number(dictionary['/Width']) ?? 0, objects.number(dictionary['/Height']) ?? 0],
        headers.get(reference),
      ),
    )
    const widest = sizes.find(([width, height]) => width * height > maxPixels)
    const sum = sizes.reduce((total, [width, height]) => total + width * height, 0)
    const reason =
      contentCodecs[0] !== undefined
        ? `its drawing instructions are packed as an image (${contentCodecs[0]}), which no viewer shows`
        : widest !== undefined
          ? `it has an image of ${widest[0]} × ${widest[1]} ` +
            `pixels; at most ${millions(maxPixels)} are decoded`
          : sum > pageFactor * maxPixels
            ? `its images have ${millions(sum)} pixels; at most ` +
              `${millions(pageFactor * maxPixels)} are decoded`
            : undefined
    if (reason !== undefined) heavy.set(page, `Page ${page} was not rendered: ${reason}.`)
  }
  return heavy
}

function larger([width, height]: [number, number], header: ImageHeader | undefined): [number, number] {
  if (header === undefined || header.widthPixels * header.heightPixels <= width * height)
    return [width, height]
  return [header.widthPixels, header.heightPixels]
}

function millions(pixels: number): string {
  return `${Math.round(pixels / 1e6)} million`
}
