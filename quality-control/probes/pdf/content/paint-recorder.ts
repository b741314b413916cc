import type { PdfPainted } from '../../../facts/pdf'
import type { PdfDictionary, PdfObjects } from '../structure/pdf-objects'
import { shownBox } from '../structure/shown-box'
import type { TreePage } from '../structure/page-tree'
import { Background } from './background'
import type { Bounds, Point, Matrix } from './bounds'
import { boundsOf, clipped, cornersOf } from './bounds'
import { emOfFont, isTextOutside } from './text-extent'
import type { Colour, ColourSpace } from './colour-space'
import {
  blackKnocksOut,
  colourSpaceOf,
  inkUse,
  isColoured,
  isNothing,
  isPureBlack,
  isWhite,
  overprinted,
  processInks,
  spotNames,
} from './colour-space'
import type { Operand } from './content-lexer'
import type { PathShape } from './current-path'
import type { GraphicsState } from './graphics-state'
import { identity, multiply, scaleOf } from './graphics-state'
import type { PageStats } from './page-stats'
import { imageOf, inlineImageOf, type PlacedImage } from './placed-image'

const thinLinePoints = 1
/** A filled rectangle is drawn as a line when it is this long, and so many times longer than wide. */
const minRulePoints = 6
const minRuleRatio = 6
/** Marks without an offset touch the trim. */
const markTolerancePoints = 1
const invisibleText = 3
const clippingOnly = 7
/** Text with at least this much black is black text; other inks from this amount are more than rounding. */
const blackInk = 0.85
const otherInk = 0.05
const unitSquare: Bounds = { left: 0, bottom: 0, right: 1, top: 1 }

/** One painting operation. */
interface Paint {
  colour: Colour
  painted: PdfPainted
  isOverprinting: boolean
  alpha: number
  /** Where it paints; absent when nothing of it is left inside the clip, or that is not known. */
  bounds?: Bounds
  /** The lines of a stroked path. */
  segments?: Bounds[]
}

/** Notes what a page would draw, with the graphics state at that moment, in the page's statistics. */
export class PaintRecorder {
  /** Dictionaries of the fonts that showed text. */
  readonly fonts = new Set<PdfDictionary>()
  private readonly background = new Background()

  constructor(
    private readonly objects: PdfObjects,
    private readonly page: TreePage,
    private readonly stats: PageStats,
    /** Colour spaces that images state themselves, by the image's dictionary: JPEG 2000. */
    private readonly imageSpaces: ReadonlyMap<PdfDictionary, ColourSpace>,
  ) {}

  fill(state: GraphicsState, shape: PathShape) {
    this.paint(state, filling(state, 'vector', shape.bounds))
    if (!shape.isRectangle || state.fill.pattern !== undefined || isNothing(state.fill)) return
    this.background.add(shape.bounds, isColoured(state.fill))
    const { left, bottom, right, top } = shape.bounds
    const [width = 0, length = 0] = [right - left, top - bottom].sort((a, b) => a - b)
    const isRule = length >= minRulePoints && length >= width * minRuleRatio
    if (isRule && width < thinLinePoints) this.stats.thinLine(width, inkUse(state.fill))
  }

  stroke(state: GraphicsState, shape: PathShape) {
    this.paint(state, { ...stroking(state, 'vector', shape.bounds), segments: shape.segments })
    this.line(state)
  }

  /** Returns whether any of it can be seen. */
  text(state: GraphicsState, textMatrix: Matrix): boolean {
    const mode = state.textMode % 4
    if (mode === invisibleText || state.textMode === clippingOnly) return false
    const matrix = multiply(textMatrix, state.matrix)
    const em = Math.abs(state.font.size)
    if (isTextOutside(state, em, matrix)) return false
    this.fonts.add(state.font.dictionary)
    const bounds = boundsOf(cornersOf({ left: 0, bottom: 0, right: em / 2, top: em / 2 }, matrix))
    const visible = clipped(bounds, state.clip)
    const [filled, stroked] = [filling(state, 'text', visible), stroking(state, 'text', visible)]
    if (mode !== 1) this.paint(state, filled)
    if (mode === 1 || mode === 2) {
      this.paint(state, stroked)
      this.line(state)
    }
    const sizePoints = em * scaleOf(matrix) * emOfFont(this.objects, state.font.dictionary)
    this.letters(state.overprintMode, mode === 1 ? stroked : filled, sizePoints)
    return true
  }

  shading(state: GraphicsState, shading: PdfDictionary, resources: PdfDictionary) {
    const space = colourSpaceOf(this.objects, shading['/ColorSpace'], resources)
    const { media } = this.page.boxes
    const bounds = state.tileArea ?? clipped(media, state.clip)
    if (bounds === undefined) return
    const colour = { space, components: [] }
    this.paint(state, { ...filling(state, 'shading', bounds), colour })
    this.background.add(bounds, space.kind !== 'gray')
  }

  /**
   * A form that blends as a whole: the current state applies to the form as a group, and a fresh one inside
   * it.
   */
  group(state: GraphicsState) {
    this.stats.transparent('group', '')
    this.seeThrough(state, state.fillAlpha)
    state.fillAlpha = state.strokeAlpha = 1
    state.blendMode = 'Normal'
    state.hasSoftMask = false
  }

  /** Returns where a stencil is painted; undefined for other images. */
  image(state: GraphicsState, image: PdfDictionary, resources: PdfDictionary): Bounds | undefined {
    const placed = imageOf(this.objects, image, resources, this.imageSpaces.get(image))
    const area = this.placedImage(state, placed)
    const isMaskInside = (this.objects.number(image['/SMaskInData']) ?? 0) > 0
    const hasMask = isMaskInside || this.objects.isStream(image['/SMask'])
    if (area !== undefined && hasMask) this.stats.transparent('softMask', 'image')
    return placed.space === undefined ? area : undefined
  }

  inlineImage(state: GraphicsState, operands: Operand[], resources: PdfDictionary): Bounds | undefined {
    const placed = inlineImageOf(this.objects, operands, resources)
    const area = this.placedImage(state, placed)
    return placed.space === undefined ? area : undefined
  }

  /** Returns the part that can be seen. */
  private placedImage(state: GraphicsState, image: PlacedImage): Bounds | undefined {
    const { matrix } = state
    const bounds = state.tileArea ?? clipped(boundsOf(cornersOf(unitSquare, matrix)), state.clip)
    if (bounds === undefined) return undefined
    const paint = filling(state, image.space === undefined ? 'vector' : 'image', bounds)
    const colour = image.space === undefined ? state.fill : { space: image.space, components: [] }
    this.paint(state, { ...paint, colour })
    if (image.space !== undefined) this.background.add(bounds, image.space.kind !== 'gray')
    const box = shownBox(this.page, cornersOf(bounds, identity))
    const widthInches = Math.hypot(matrix[0], matrix[1]) / 72
    const heightInches = Math.hypot(matrix[2], matrix[3]) / 72
    const { widthPixels, heightPixels, bitsPerComponent, isInline, codec } = image
    const isFlat = widthInches * heightInches === 0 || widthPixels * heightPixels === 0
    if (box === undefined || isFlat) return bounds
    const ppi = Math.min(widthPixels / widthInches, heightPixels / heightInches)
    const { kind } = image.space ?? { kind: 'mask' as const }
    const space = kind === 'pattern' ? 'unknown' : kind
    const size = { widthPixels, heightPixels, ppi: Math.round(ppi * 10) / 10 }
    this.stats.image({ ...size, space, bitsPerComponent, box, isInline, ...(codec ? { codec } : {}) })
    return bounds
  }

  private paint(state: GraphicsState, paint: Paint) {
    const { colour, painted, isOverprinting, alpha } = paint
    const { pattern } = colour
    if (isNothing(colour)) return
    const patternShading = pattern === undefined ? undefined : this.objects.dictionary(pattern)['/Shading']
    if (pattern !== undefined && patternShading === undefined) return
    const space =
      patternShading === undefined
        ? colour.space
        : colourSpaceOf(this.objects, this.objects.dictionary(patternShading)['/ColorSpace'], {})
    const kind = patternShading === undefined ? painted : 'shading'
    if (space.kind !== 'pattern' && space.kind !== 'unknown')
      this.stats.colour(space.kind, kind, space.kind === 'spot' ? spotNames(space) : [], space.isCalibrated)
    this.seeThrough(state, alpha)
    const isUniform = kind === 'text' || kind === 'vector'
    const isBlank = isUniform && isWhite(colour)
    if (!isBlank) this.stats.visiblePaints++
    if (space.kind === 'registration' && !isBlank) this.registration(kind, paint)
    if (isOverprinting && isUniform) this.stats.overprint(overprinted(colour, state.overprintMode), kind)
  }

  /** Only marks outside the trimmed page may use all inks at once. */
  private registration(painted: PdfPainted, { bounds, segments = [] }: Paint) {
    const { left, bottom, right, top } = this.page.boxes.trim
    const trim = {
      left: left + markTolerancePoints,
      bottom: bottom + markTolerancePoints,
      right: right - markTolerancePoints,
      top: top - markTolerancePoints,
    }
    const parts = segments.length > 0 ? segments : bounds === undefined ? [] : [bounds]
    const inside = parts.flatMap((part) => clipped(part, trim) ?? [])
    if (inside.length === 0) return
    const corners = inside.flatMap((part) => cornersOf(part, identity))
    this.stats.registration(painted, shownBox(this.page, corners))
  }

  private letters(
    overprintMode: number,
    { colour, bounds, isOverprinting, alpha }: Paint,
    sizePoints: number,
  ) {
    if (bounds === undefined || colour.pattern !== undefined || isNothing(colour)) return
    this.stats.textSize(sizePoints, inkUse(colour))
    const inks = processInks(colour)
    if (inks === undefined) return
    if (inks[3] >= blackInk && inks[0] + inks[1] + inks[2] >= otherInk)
      this.stats.richBlackText(sizePoints, inks)
    if (inks[3] < 1 || !isPureBlack(colour) || alpha < 1) return
    const middle: Point = [(bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2]
    if (blackKnocksOut(colour, isOverprinting, overprintMode) && this.background.isColouredAt(middle))
      this.stats.knockoutText(sizePoints, shownBox(this.page, cornersOf(bounds, identity)))
  }

  private seeThrough({ blendMode, hasSoftMask }: GraphicsState, alpha: number) {
    if (alpha < 1) this.stats.transparent('alpha', `${Math.round(alpha * 100)} %`)
    if (blendMode !== 'Normal' && blendMode !== 'Compatible') this.stats.transparent('blendMode', blendMode)
    if (hasSoftMask) this.stats.transparent('softMask', 'mask')
  }

  private line({ lineWidth, matrix, stroke }: GraphicsState) {
    const width = lineWidth * scaleOf(matrix)
    if (width < thinLinePoints) this.stats.thinLine(width, inkUse(stroke))
  }
}

function filling(state: GraphicsState, painted: PdfPainted, bounds: Bounds | undefined): Paint {
  return {
    colour: state.fill,
    painted,
    isOverprinting: state.isFillOverprinting,
    alpha: state.fillAlpha,
    bounds,
  }
}

function stroking(state: GraphicsState, painted: PdfPainted, bounds: Bounds | undefined): Paint {
  const { stroke: colour, isStrokeOverprinting: isOverprinting, strokeAlpha: alpha } = state
  return { colour, painted, isOverprinting, alpha, bounds }
}
