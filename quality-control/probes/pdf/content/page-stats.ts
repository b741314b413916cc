import type {
  PdfColourSpace,
  PdfColourUse,
  PdfInkUse,
  PdfImageUse,
  PdfOverprintUse,
  PdfPage,
  PdfPainted,
  PdfTransparencyUse,
} from '../../../facts/pdf'

type Painted = Pick<
  PdfPage,
  | 'colours'
  | 'transparency'
  | 'overprint'
  | 'registration'
  | 'thinLines'
  | 'textSizes'
  | 'richBlackText'
  | 'knockoutText'
  | 'images'
  | 'imagePixels'
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
  private readonly registrations = new Map<string, PdfPage['registration'][number]>()
  private readonly thinLines = new Map<string, PdfPage['thinLines'][number]>()
  private readonly textSizes = new Map<string, PdfPage['textSizes'][number]>()
  private readonly knockouts = new Map<string, PdfPage['knockoutText'][number]>()
  private readonly blackTexts = new Map<string, PdfPage['richBlackText'][number]>()
  private readonly images: PdfImageUse[] = []
  private imagePixels = 0

  colour(space: PdfColourSpace, painted: PdfPainted, names: string[], isCalibrated = false) {
    const key = `${space}|${painted}|${names.join('|')}|${isCalibrated}`
    const calibration = isCalibrated ? { isCalibrated } : {}
    count(this.colours, key, () => ({ space, painted, names, ...calibration, count: 0 }))
  }

  transparent(kind: PdfTransparencyUse['kind'], detail: string) {
    count(this.transparency, `${kind}|${detail}`, () => ({ kind, detail, count: 0 }))
  }

  overprint(colour: PdfOverprintUse['colour'], painted: PdfPainted) {
    count(this.overprints, `${colour}|${painted}`, () => ({ colour, painted, count: 0 }))
  }

  registration(painted: PdfPainted, box: PdfImageUse['box'] | undefined) {
    count(this.registrations, painted, () => ({ painted, ...(box ? { box } : {}), count: 0 }))
  }

  thinLine(widthPoints: number, inks: PdfInkUse | undefined) {
    const width = Math.round(widthPoints * 100) / 100
    count(this.thinLines, `${width}|${inks ?? ''}`, () => ({
      widthPoints: width,
      ...(inks ? { inks } : {}),
      count: 0,
    }))
  }

  textSize(sizePoints: number, inks: PdfInkUse | undefined) {
    const size = Math.round(sizePoints * 10) / 10
    count(this.textSizes, `${size}|${inks ?? ''}`, () => ({
      sizePoints: size,
      ...(inks ? { inks } : {}),
      count: 0,
    }))
  }

  /** The first location represents all of this size. */
  knockoutText(sizePoints: number, box: PdfImageUse['box'] | undefined) {
    const size = Math.round(sizePoints * 10) / 10
    count(this.knockouts, String(size), () => ({ sizePoints: size, ...(box ? { box } : {}), count: 0 }))
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
    this.imagePixels += image.widthPixels * image.heightPixels
    if (this.images.length > 2 * maxImages) this.images.sort((a, b) => a.ppi - b.ppi).length = maxImages
  }

  facts(): Painted {
    return {
      colours: [...this.colours.values()],
      transparency: [...this.transparency.values()],
      overprint: [...this.overprints.values()],
      registration: [...this.registrations.values()],
      thinLines: [...this.thinLines.values()].sort((a, b) => a.widthPoints - b.widthPoints),
      textSizes: [...this.textSizes.values()].sort((a, b) => a.sizePoints - b.sizePoints),
      richBlackText: [...this.blackTexts.values()],
      knockoutText: [...this.knockouts.values()].sort((a, b) => a.sizePoints - b.sizePoints),
      images: this.images.slice(0, maxImages),
      imagePixels: this.imagePixels,
    }
  }
}

function count<T extends { count: number }>(map: Map<string, T>, key: string, make: () => T) {
  const entry = map.get(key) ?? make()
  entry.count++
  if (entry.count === 1 && map.size < maxKinds) map.set(key, entry)
}
