import type { PdfPainted } from '../../../facts/pdf'
import type { Colour, ColourSpace } from './colour-space'
import { colourSpaceOf, isPureBlack, isWhite, processInks, spotNames } from './colour-space'
import type { Operand } from './content-lexer'
import type { GraphicsState, Matrix } from './graphics-state'
import { multiply, scaleOf } from './graphics-state'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'
import type { PageStats } from './page-stats'
import { shownBox } from '../structure/shown-box'
import type { TreePage } from '../structure/page-tree'

const thinLinePoints = 1
const invisibleText = 3
const clippingOnly = 7
/** Text with at least this much black is black text; other inks from this amount are more than rounding. */
const blackInk = 0.85
const otherInk = 0.05

/** Notes what a page would draw, with the graphics state at that moment, in the page's statistics. */
export class PaintRecorder {
  /** Dictionaries of the fonts that showed text. */
  readonly fonts = new Set<PdfDictionary>()

  constructor(
    private readonly objects: PdfObjects,
    private readonly page: TreePage,
    private readonly stats: PageStats,
  ) {}

  fill(state: GraphicsState) {
    this.paint(state, state.fill, 'vector', state.isFillOverprinting, state.fillAlpha)
  }

  stroke(state: GraphicsState) {
    this.paint(state, state.stroke, 'vector', state.isStrokeOverprinting, state.strokeAlpha)
    this.line(state)
  }

  text(state: GraphicsState, textMatrix: Matrix) {
    const mode = state.textMode % 4
    if (mode === invisibleText || state.textMode === clippingOnly) return
    this.fonts.add(state.font.dictionary)
    if (mode !== 1) this.paint(state, state.fill, 'text', state.isFillOverprinting, state.fillAlpha)
    if (mode === 1 || mode === 2) {
      this.paint(state, state.stroke, 'text', state.isStrokeOverprinting, state.strokeAlpha)
      this.line(state)
    }
    const inks = processInks(mode === 1 ? state.stroke : state.fill)
    if (inks === undefined || inks[3] < blackInk || inks[0] + inks[1] + inks[2] < otherInk) return
    this.stats.richBlackText(Math.abs(state.font.size) * scaleOf(multiply(textMatrix, state.matrix)), inks)
  }

  shading(state: GraphicsState, shading: PdfDictionary, resources: PdfDictionary) {
    const space = colourSpaceOf(this.objects, shading['/ColorSpace'], resources)
    this.paint(state, { space, components: [] }, 'shading', state.isFillOverprinting, state.fillAlpha)
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

  image(state: GraphicsState, image: PdfDictionary, resources: PdfDictionary) {
    const { objects } = this
    const isMask = objects.boolean(image['/ImageMask']) === true
    // A JPEG 2000 codestream defines its own colours when the dictionary does not.
    const space = colourSpaceOf(objects, image['/ColorSpace'], resources)
    if (objects.isStream(image['/SMask'])) this.stats.transparent('softMask', 'image')
    this.placedImage(state, {
      widthPixels: objects.number(image['/Width']) ?? 0,
      heightPixels: objects.number(image['/Height']) ?? 0,
      bitsPerComponent: isMask ? 1 : (objects.number(image['/BitsPerComponent']) ?? 8),
      space: isMask ? undefined : space,
      isInline: false,
    })
  }

  inlineImage(state: GraphicsState, operands: Operand[], resources: PdfDictionary) {
    const entry = (...keys: string[]): Operand | undefined => {
      const at = operands.findIndex(
        (operand, index) => index % 2 === 0 && typeof operand === 'string' && keys.includes(operand),
      )
      return at === -1 ? undefined : operands[at + 1]
    }
    const number = (operand: Operand | undefined) => (typeof operand === 'number' ? operand : 0)
    const isMask = entry('/IM', '/ImageMask') === 'true'
    const space: PdfValue = entry('/CS', '/ColorSpace') ?? null
    this.placedImage(state, {
      widthPixels: number(entry('/W', '/Width')),
      heightPixels: number(entry('/H', '/Height')),
      bitsPerComponent: isMask ? 1 : number(entry('/BPC', '/BitsPerComponent')),
      space: isMask ? undefined : colourSpaceOf(this.objects, space, resources),
      isInline: true,
    })
  }

  private placedImage(state: GraphicsState, image: PlacedImage) {
    const { matrix } = state
    const colour = image.space === undefined ? state.fill : { space: image.space, components: [] }
    this.paint(
      state,
      colour,
      image.space === undefined ? 'vector' : 'image',
      state.isFillOverprinting,
      state.fillAlpha,
    )
    const box = shownBox(this.page, corners(matrix))
    const widthInches = Math.hypot(matrix[0], matrix[1]) / 72
    const heightInches = Math.hypot(matrix[2], matrix[3]) / 72
    if (
      box === undefined ||
      widthInches === 0 ||
      heightInches === 0 ||
      image.widthPixels === 0 ||
      image.heightPixels === 0
    )
      return
    const ppi = Math.min(image.widthPixels / widthInches, image.heightPixels / heightInches)
    const { kind } = image.space ?? { kind: 'mask' as const }
    const space = kind === 'pattern' ? 'unknown' : kind
    this.stats.image({ ...image, space, ppi: Math.round(ppi * 10) / 10, box })
  }

  private paint(
    state: GraphicsState,
    colour: Colour,
    painted: PdfPainted,
    isOverprinting: boolean,
    alpha: number,
  ) {
    const { pattern } = colour
    const patternShading = pattern === undefined ? undefined : this.objects.dictionary(pattern)['/Shading']
    if (pattern !== undefined && patternShading === undefined) return
    const space =
      patternShading === undefined
        ? colour.space
        : colourSpaceOf(this.objects, this.objects.dictionary(patternShading)['/ColorSpace'], {})
    const kind = patternShading === undefined ? painted : 'shading'
    if (space.kind !== 'pattern' && space.kind !== 'unknown')
      this.stats.colour(space.kind, kind, space.kind === 'spot' ? spotNames(space) : [])
    this.seeThrough(state, alpha)
    const isUniform = kind === 'text' || kind === 'vector'
    const isBlank = isUniform && isWhite(colour)
    if (!isBlank) this.stats.visiblePaints++
    if (isOverprinting && isUniform) this.stats.overprint(overprinted(colour, state.overprintMode), kind)
  }

  private seeThrough({ blendMode, hasSoftMask }: GraphicsState, alpha: number) {
    if (alpha < 1) this.stats.transparent('alpha', `${Math.round(alpha * 100)} %`)
    if (blendMode !== 'Normal' && blendMode !== 'Compatible') this.stats.transparent('blendMode', blendMode)
    if (hasSoftMask) this.stats.transparent('softMask', 'mask')
  }

  private line({ lineWidth, matrix }: GraphicsState) {
    const width = lineWidth * scaleOf(matrix)
    if (width < thinLinePoints) this.stats.thinLine(width)
  }
}

interface PlacedImage {
  widthPixels: number
  heightPixels: number
  bitsPerComponent: number
  /** Absent for stencils, which paint with the current colour. */
  space: ColourSpace | undefined
  isInline: boolean
}

/**
 * White knocks out in DeviceCMYK under overprint mode 0; everywhere else a RIP may drop it (ISO 32000-1,
 * 8.6.7).
 */
function overprinted(colour: Colour, overprintMode: number): 'white' | 'black' | 'other' {
  const isKnockout = colour.space.kind === 'cmyk' && overprintMode === 0
  if (colour.space.kind !== 'rgb' && isWhite(colour)) return isKnockout ? 'other' : 'white'
  return isPureBlack(colour) ? 'black' : 'other'
}

/** The corners of the unit square, which the image fills, on the page. */
function corners([a, b, c, d, e, f]: Matrix): [number, number][] {
  return [
    [e, f],
    [e + a, f + b],
    [e + c, f + d],
    [e + a + c, f + b + d],
  ]
}
