import type { ProbeInput } from '../../probe-types'
import type { TreePage } from '../structure/page-tree'
import type { PdfObjects, PdfValue } from '../structure/pdf-objects'
import { damagedImages, unexplained } from './damaged-images'
import { heavyPages } from './heavy-pages'
import type { PageStreams } from './page-images'
import { imagesOfPages } from './page-images'
import { ImageScan } from './scan-images'

/** A4 at 50 ppi: with fewer pixels no text is readable. */
const minScanPixels = 240_000

/** The images of one PDF: which pages are too heavy to render because of them, and which are damaged. */
export class PdfImages {
  readonly scan: ImageScan
  private readonly pages: PageStreams[]
  private scanned: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly input: ProbeInput,
    private readonly objects: PdfObjects,
    treePages: TreePage[],
  ) {
    this.pages = imagesOfPages(objects, treePages)
    this.scan = new ImageScan(this.pages)
  }

  /** Notes the reading of the page contents, during which `scan` sees the data of the images. */
  scanning<T>(reading: Promise<T>): Promise<T> {
    this.scanned = reading.catch(() => undefined)
    return reading
  }

  /** By number, with the reason. Waits for the scan when the size of an image is in its data only. */
  async heavyPages(): Promise<Map<number, string>> {
    if (this.scan.hasHiddenSizes) await this.scanned
    return heavyPages(this.objects, this.pages, this.scan.headers, this.input.limits.maxPixels)
  }

  /** Whether a page has an image that is large enough to be a scan. */
  mayShowText(page: number): boolean {
    const images = this.pages.find((one) => one.page === page)?.images ?? []
    const number = (value: PdfValue | undefined) => this.objects.number(value) ?? 0
    return images.some(
      ({ dictionary }) => number(dictionary['/Width']) * number(dictionary['/Height']) >= minScanPixels,
    )
  }

  /**
   * Sentences about pages that were not rendered and about damaged images, and what is left of the
   * renderer's remarks.
   */
  async faults(remarks: string[]): Promise<{ faults: string[]; remarks: string[] }> {
    const heavy = await this.heavyPages()
    const open = this.pages.filter(({ page }) => !heavy.has(page))
    const damaged = await damagedImages(this.input, this.objects, open, this.scan, remarks)
    return { faults: [...heavy.values(), ...damaged], remarks: unexplained(remarks, damaged) }
  }
}
