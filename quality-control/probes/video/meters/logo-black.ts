import type { Span } from '../../../facts/video'
import { tidy } from './spans'

const [columns, rows] = [64, 36]
const cells = columns * rows
/** A tenth of the range, as for black. */
const darkest = 26
/** A larger thing is a title or an end card. */
const maxLogoCells = Math.round(cells * 0.03)
/** While a picture fades, less of it is bright. */
const minPictureCells = cells * 0.25
/** Stations place their logo in a corner. */
const cornerShare = 0.28
/** Codecs change a still logo by less. */
const maxChange = 24
const minSameShare = 0.8
/** Luma that a see-through logo adds. */
const maxSeeThrough = 170
/** A mistake; what lasts longer is a dim title. */
const maxSeeThroughFrames = 30

/**
 * Finds black under a station logo: a frame that is black apart from something small in one corner, which was
 * there before or stays after, when there is a picture. A see-through logo is dimmer on black: there the
 * pictures on both sides, without a frame between, are at least as bright. Frames have 64 x 36 cells (36 x 64
 * when upright).
 */
export class LogoBlackFinder {
  private readonly runs: { from: number; to: number; isLogo: boolean; isUnderPicture: boolean }[] = []
  /** The last frame with a picture. */
  private readonly picture = new Uint8Array(cells * 3)
  private pictureFrame = -1
  private logo: { bright: number[]; rgb: Uint8Array } | undefined
  private frame = 0

  constructor(private readonly isUpright = false) {}

  /** One frame, three bytes (R, G, B) per cell. Add every frame. */
  add(rgb: Uint8Array): void {
    const bright = brightCells(rgb)
    if (bright.length <= maxLogoCells && bright.length > 0 && this.isInCorner(bright)) this.note(bright, rgb)
    else if (bright.length >= minPictureCells) this.endWith(rgb)
    this.frame++
  }

  /** `black` are the frames that are black altogether: at the end of a fade, the last light is no logo. */
  facts(frameTimes: readonly number[], end: number, black: readonly Span[]): Span[] {
    const spans = this.runs
      .filter(({ isLogo }) => isLogo)
      .map(({ from, to }) => ({ start: frameTimes[from] ?? 0, end: frameTimes[to + 1] ?? end }))
    return tidy(spans.filter((span) => !black.some((one) => one.start <= span.end && one.end >= span.start)))
  }

  private note(bright: number[], rgb: Uint8Array): void {
    const last = this.runs.at(-1)
    if (last?.to === this.frame - 1) last.to = this.frame
    else {
      const [from, hasPicture] = [this.frame, this.pictureFrame >= 0]
      const isLogo = hasPicture && isSame(bright, rgb, this.picture)
      const isUnderPicture =
        hasPicture && this.pictureFrame === from - 1 && isUnder(bright, rgb, this.picture)
      this.runs.push({ from, to: from, isLogo, isUnderPicture })
    }
    this.logo = { bright, rgb: Uint8Array.from(rgb) }
  }

  private endWith(rgb: Uint8Array): void {
    const last = this.runs.at(-1)
    if (this.logo !== undefined && last !== undefined) {
      const { bright, rgb: shown } = this.logo
      const isShort = last.to - last.from < maxSeeThroughFrames && last.to === this.frame - 1
      const isSeeThrough = last.isUnderPicture && isShort && isUnder(bright, shown, rgb)
      last.isLogo ||= isSeeThrough || isSame(bright, shown, rgb)
      this.logo = undefined
    }
    this.picture.set(rgb)
    this.pictureFrame = this.frame
  }

  private isInCorner(bright: readonly number[]): boolean {
    const [across, down] = this.isUpright ? [rows, columns] : [columns, rows]
    const places = bright.map((cell) => ({
      x: (cell % across) / across,
      y: Math.floor(cell / across) / down,
    }))
    const isLeft = places.every(({ x }) => x < cornerShare)
    const isRight = places.every(({ x }) => x >= 1 - cornerShare)
    const isTop = places.every(({ y }) => y < cornerShare)
    const isBottom = places.every(({ y }) => y >= 1 - cornerShare)
    return (isLeft || isRight) && (isTop || isBottom)
  }
}

/** The cells that are not black, at most as many as a picture has at least. */
function brightCells(rgb: Uint8Array): number[] {
  const bright: number[] = []
  for (let cell = 0, at = 0; cell < cells; cell++, at += 3) {
    if (lumaAt(rgb, at) > darkest) bright.push(cell)
    if (bright.length === minPictureCells) break
  }
  return bright
}

function lumaAt(rgb: Uint8Array, at: number): number {
  return ((rgb[at] ?? 0) * 54 + (rgb[at + 1] ?? 0) * 183 + (rgb[at + 2] ?? 0) * 19) >> 8
}

/** Whether `picture` may be the same logo over a picture: it adds its light to what shines through it. */
function isUnder(bright: readonly number[], logo: Uint8Array, picture: Uint8Array): boolean {
  const under = bright.filter((cell) =>
    [0, 1, 2].every(
      (part) => (picture[cell * 3 + part] ?? 0) >= (logo[cell * 3 + part] ?? 0) - maxChange / 2,
    ),
  )
  const isDim = bright.every((cell) => lumaAt(logo, cell * 3) <= maxSeeThrough)
  return isDim && under.length >= bright.length * minSameShare
}

function isSame(bright: readonly number[], one: Uint8Array, other: Uint8Array): boolean {
  const same = bright.filter((cell) =>
    [0, 1, 2].every((part) => {
      const at = cell * 3 + part
      return Math.abs((one[at] ?? 0) - (other[at] ?? 0)) <= maxChange
    }),
  )
  return same.length >= bright.length * minSameShare
}
