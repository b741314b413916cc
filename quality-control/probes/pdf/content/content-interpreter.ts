import { setImmediate as nextTurn } from 'node:timers/promises'

import { applyParameters } from './apply-parameters'
import type { Colour, ColourSpace } from './colour-space'
import { cmyk, colourSpaceOf, gray, rgb } from './colour-space'
import type { Operand } from './content-lexer'
import { ContentLexer } from './content-lexer'
import type { GraphicsState, Matrix } from './graphics-state'
import { identity, initialState, matrixOf, multiply } from './graphics-state'
import { isLayerHidden } from '../structure/hidden-layers'
import type { PaintRecorder } from './paint-recorder'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'

export interface Drawing {
  objects: PdfObjects
  /** Decoded content by reference. */
  streams: ReadonlyMap<string, Buffer>
  /**
   * Shared by all pages of a document: form XObjects in form XObjects can ask for more work than there is
   * time.
   */
  budget: { operators: number }
  hiddenLayers: ReadonlySet<PdfDictionary>
}

interface Frame {
  lexer: ContentLexer
  resources: PdfDictionary
  /** The coordinates that patterns of this stream are laid in. */
  base: Matrix
  saved: GraphicsState[]
  /** Whether each open marked-content section belongs to a hidden layer. */
  sections: boolean[]
  /** The state to return to when this stream ends. */
  outer: GraphicsState
  reference: string | undefined
}

const operatorsPerTurn = 100_000
const deepestNesting = 28
const mostSaved = 1000

/**
 * Runs a page's content operator by operator: nothing is drawn, but what would be drawn is told to a
 * `PaintRecorder`.
 */
export class ContentInterpreter {
  state: GraphicsState
  textMatrix: Matrix = identity
  private readonly frames: Frame[] = []
  private hiddenSections = 0
  private readonly tilesSeen = new Set<PdfDictionary>()

  constructor(
    readonly drawing: Drawing,
    readonly painter: PaintRecorder,
    pageMatrix: Matrix,
  ) {
    this.state = initialState(pageMatrix)
  }

  async run(content: Buffer, resources: PdfDictionary) {
    this.push(content, resources, undefined)
    const { budget } = this.drawing
    for (
      let frame = this.frames.at(-1);
      frame !== undefined && budget.operators > 0;
      frame = this.frames.at(-1)
    ) {
      const operator = frame.lexer.next()
      if (operator === undefined) this.pop(frame)
      else this.execute(frame, operator, frame.lexer.operands)
      if (--budget.operators % operatorsPerTurn === 0) await nextTurn()
    }
  }

  private push(content: Buffer, resources: PdfDictionary, reference: string | undefined) {
    const { state } = this
    this.frames.push({
      lexer: new ContentLexer(content),
      resources,
      base: state.matrix,
      saved: [],
      sections: [],
      outer: { ...state },
      reference,
    })
  }

  private pop(frame: Frame) {
    while (frame.sections.length > 0) this.close(frame)
    this.frames.pop()
    this.state = frame.outer
  }

  private execute(frame: Frame, operator: string, operands: Operand[]) {
    const { state } = this
    switch (operator) {
      case 'q':
        if (frame.saved.length < mostSaved) frame.saved.push({ ...state })
        return
      case 'Q':
        this.state = frame.saved.pop() ?? state
        return
      case 'cm':
        state.matrix = multiply(matrixOf(operands), state.matrix)
        return
      case 'w':
        state.lineWidth = Math.abs(numberOf(operands[0]))
        return
      case 'gs':
        applyParameters(this.drawing.objects, state, this.resource(frame, '/ExtGState', operands[0]))
        return
      case 'Do':
        this.paintObject(frame, this.resourceValue(frame, '/XObject', operands[0]))
        return
      case 'BI':
        if (!this.isHidden()) this.painter.inlineImage(state, operands, frame.resources)
        return
      case 'sh':
        if (!this.isHidden())
          this.painter.shading(state, this.resource(frame, '/Shading', operands[0]), frame.resources)
        return
      case 'BMC':
      case 'BDC':
        this.open(frame, this.isHiddenSection(frame, operands))
        return
      case 'EMC':
        this.close(frame)
        return
      default:
        if (pathPainting[operator] !== undefined) this.paintPath(frame, operator)
        else if (!this.setColour(frame, operator, operands)) this.setText(frame, operator, operands)
    }
  }

  private setColour(frame: Frame, operator: string, operands: Operand[]): boolean {
    const isStroke = operator.charCodeAt(0) < 0x61
    const space = deviceSpaces[operator]
    if (space !== undefined) this.setPaint(isStroke, { space, components: operands.map(numberOf) })
    else if (operator === 'cs' || operator === 'CS') {
      const chosen = colourSpaceOf(this.drawing.objects, valueOf(operands[0]), frame.resources)
      this.setPaint(isStroke, { space: chosen, components: initialComponents(chosen) })
    } else if (colourOperators.has(operator)) {
      const { space: current } = isStroke ? this.state.stroke : this.state.fill
      const last = operands.at(-1)
      const pattern = typeof last === 'string' ? this.resourceValue(frame, '/Pattern', last) : undefined
      this.setPaint(isStroke, {
        space: current,
        components: operands.filter((one) => typeof one === 'number'),
        pattern,
      })
    } else return false
    return true
  }

  private setPaint(isStroke: boolean, colour: Colour) {
    if (isStroke) this.state.stroke = colour
    else this.state.fill = colour
  }

  private setText(frame: Frame, operator: string, operands: Operand[]): void {
    const { state } = this
    switch (operator) {
      case 'BT':
        this.textMatrix = identity
        return
      case 'Tm':
        this.textMatrix = matrixOf(operands)
        return
      case 'Tf':
        state.font = { dictionary: this.resource(frame, '/Font', operands[0]), size: numberOf(operands[1]) }
        return
      case 'Tr':
        state.textMode = numberOf(operands[0])
        return
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (!this.isHidden()) this.painter.text(state, this.textMatrix)
        if (!this.isHidden())
          this.paintPatterns(
            frame,
            state.textMode !== 1,
            state.textMode % 4 === 1 || state.textMode % 4 === 2,
          )
        return
    }
  }

  private paintPath(frame: Frame, operator: string) {
    const painting = pathPainting[operator]
    if (painting === undefined || this.isHidden()) return
    if (painting.includes('fill')) this.painter.fill(this.state)
    if (painting.includes('stroke')) this.painter.stroke(this.state)
    this.paintPatterns(frame, painting.includes('fill'), painting.includes('stroke'))
  }

  /** Tiles hold content of their own, which is read once a page. */
  private paintPatterns(frame: Frame, isFilled: boolean, isStroked: boolean) {
    const { objects, streams } = this.drawing
    for (const { pattern } of [
      ...(isFilled ? [this.state.fill] : []),
      ...(isStroked ? [this.state.stroke] : []),
    ]) {
      if (pattern === undefined || !objects.isStream(pattern)) continue
      const tile = objects.dictionary(pattern)
      const content = streams.get(pattern)
      if (content === undefined || this.tilesSeen.has(tile) || this.frames.length >= deepestNesting) continue
      this.tilesSeen.add(tile)
      this.push(content, objects.dictionary(tile['/Resources']), pattern)
      this.state = initialState(multiply(matrixFrom(objects, tile['/Matrix']), frame.base))
      // The tile of an uncoloured pattern takes the colour that was named with it.
      const { space, components } = isFilled
        ? (this.frames.at(-1)?.outer.fill ?? this.state.fill)
        : this.state.stroke
      if (objects.number(tile['/PaintType']) === 2 && space.base !== undefined) {
        this.state.fill = this.state.stroke = { space: space.base, components }
      }
    }
  }

  private paintObject(frame: Frame, value: PdfValue) {
    const { objects, streams } = this.drawing
    const dictionary = objects.dictionary(value)
    if (this.isHidden() || isLayerHidden(this.drawing, dictionary['/OC'])) return
    if (objects.name(dictionary['/Subtype']) === 'Image')
      this.painter.image(this.state, dictionary, frame.resources)
    if (objects.name(dictionary['/Subtype']) !== 'Form' || !objects.isStream(value)) return
    const content = streams.get(value)
    const isOpen = this.frames.some(({ reference }) => reference === value)
    if (content === undefined || isOpen || this.frames.length >= deepestNesting) return
    const ownResources = objects.dictionary(dictionary['/Resources'])
    this.push(content, Object.keys(ownResources).length > 0 ? ownResources : frame.resources, value)
    this.state = {
      ...this.state,
      matrix: multiply(matrixFrom(objects, dictionary['/Matrix']), this.state.matrix),
    }
    const inner = this.frames.at(-1)
    if (inner) inner.base = this.state.matrix
    if (objects.name(objects.dictionary(dictionary['/Group'])['/S']) === 'Transparency')
      this.painter.group(this.state)
  }

  private open(frame: Frame, isHidden: boolean) {
    if (frame.sections.length >= mostSaved) return
    frame.sections.push(isHidden)
    if (isHidden) this.hiddenSections++
  }

  private close(frame: Frame) {
    if (frame.sections.pop() === true) this.hiddenSections--
  }

  private isHidden(): boolean {
    return this.hiddenSections > 0
  }

  private isHiddenSection(frame: Frame, [tag, properties]: Operand[]): boolean {
    return tag === '/OC' && isLayerHidden(this.drawing, this.resourceValue(frame, '/Properties', properties))
  }

  private resource(frame: Frame, kind: string, name: Operand | undefined): PdfDictionary {
    return this.drawing.objects.dictionary(this.resourceValue(frame, kind, name))
  }

  private resourceValue(frame: Frame, kind: string, name: Operand | undefined): PdfValue {
    if (typeof name !== 'string') return null
    return this.drawing.objects.dictionary(frame.resources[kind])[name] ?? null
  }
}

const colourOperators = new Set(['sc', 'scn', 'SC', 'SCN'])

const deviceSpaces: Record<string, ColourSpace | undefined> = {
  g: gray,
  G: gray,
  rg: rgb,
  RG: rgb,
  k: cmyk,
  K: cmyk,
}

const pathPainting: Record<string, ('fill' | 'stroke')[] | undefined> = {
  f: ['fill'],
  F: ['fill'],
  'f*': ['fill'],
  S: ['stroke'],
  s: ['stroke'],
  B: ['fill', 'stroke'],
  'B*': ['fill', 'stroke'],
  b: ['fill', 'stroke'],
  'b*': ['fill', 'stroke'],
}

/** ISO 32000-1, 8.6.5.2 and 8.6.6: black in process spaces, full tint in spot colours. */
function initialComponents({ kind, colorants }: ColourSpace): number[] {
  if (colorants.length > 0) return colorants.map(() => 1)
  return kind === 'cmyk' ? [0, 0, 0, 1] : kind === 'rgb' ? [0, 0, 0] : [0]
}

function matrixFrom(objects: PdfObjects, value: PdfValue | undefined): Matrix {
  const numbers = objects.numbers(value, 6)
  return numbers === undefined ? identity : matrixOf(numbers)
}

function numberOf(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0
}

function valueOf(operand: Operand | undefined): PdfValue {
  return operand ?? null
}
