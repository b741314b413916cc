import type {
  PdfColourSpace,
  PdfColourUse,
  PdfImageUse,
  PdfOverprintUse,
  PdfPage,
  PdfPainted,
  PdfTransparencyUse,
} from '../../../facts/pdf'

type Painted = Pick<
  PdfPage,
  'colours' | 'transparency' | 'overprint' | 'thinLines' | 'richBlackText' | 'images'
>

const maxImages = 200
const maxKinds = 100

/** Counts what a page paints, by kind, while it is interpreted. */
export class PageStats {
  /** Painting operators that leave ink, or any colour except white, on the page. */
  visiblePaints = 0
  private readonly colours = new Map<string, PdfColourUse>()
  private readonly transparency = new Map<string, PdfTransparencyUse>()
  private readonly overprints = new Map<string, PdfOverprintUse>()
  private readonly thinLines = new Map<number, number>()
  private readonly blackTexts = new Map<string, PdfPage['richBlackText'][number]>()
  private readonly images: PdfImageUse[] = []

  colour(space: PdfColourSpace, painted: PdfPainted, names: string[]) {
    count(this.colours, `${space}|${painted}|${names.join('|')}`, () => ({ space, painted, names, count: 0 }))
  }

  transparent(kind: PdfTransparencyUse['kind'], detail: string) {
    count(this.transparency, `${kind}|${detail}`, () => ({ kind, detail, count: 0 }))
  }

  overprint(colour: PdfOverprintUse['colour'], painted: PdfPainted) {
    count(this.overprints, `${colour}|${painted}`, () => ({ colour, painted, count: 0 }))
  }

  thinLine(widthPoints: number) {
    const width = Math.round(widthPoints * 100) / 100
    this.thinLines.set(width, (this.thinLines.get(width) ?? 0) + 1)
  }

  richBlackText(sizePoints: number, inks: readonly number[]) {
    const [c = 0, m = 0, y = 0, k = 0] = inks.map((ink) => Math.round(ink * 100))
    const size = Math.round(sizePoints * 10) / 10
    count(this.blackTexts, `${size}|${c}|${m}|${y}|${k}`, () => ({
      sizePoints: size,
      cmykPercent: [c, m, y, k],
      count: 0,
    }))
  }

  image(image: PdfImageUse) {
    // The lowest resolutions are kept: checks look for them.
    this.images.push(image)
    if (this.images.length > 2 * maxImages) this.images.sort((a, b) => a.ppi - b.ppi).length = maxImages
  }

  facts(): Painted {
    const thinLines = [...this.thinLines].map(([widthPoints, times]) => ({ widthPoints, count: times }))
    return {
      colours: [...this.colours.values()],
      transparency: [...this.transparency.values()],
      overprint: [...this.overprints.values()],
      thinLines: thinLines.sort((a, b) => a.widthPoints - b.widthPoints).slice(0, maxKinds),
      richBlackText: [...this.blackTexts.values()],
      images: this.images.slice(0, maxImages),
    }
  }
}

function count<T extends { count: number }>(map: Map<string, T>, key: string, make: () => T) {
  const entry = map.get(key) ?? make()
  entry.count++
  if (entry.count === 1 && map.size < maxKinds) map.set(key, entry)
}
