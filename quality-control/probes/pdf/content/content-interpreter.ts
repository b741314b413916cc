import { setImmediate as nextTurn } from 'node:timers/promises'

import type { Bounds, Matrix } from './bounds'
import { boundsOf, clippedTwice, cornersOf } from './bounds'
import { CurrentPath } from './current-path'
import { isLayerHidden, type Layers } from '../structure/layers'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'
import type { Operand } from './content-lexer'
import type { GraphicsState } from './graphics-state'
import { applyParameters, identity, initialState, matrixOf, multiply, scaleOf } from './graphics-state'
import type { PaintRecorder } from './paint-recorder'
import { numberOf, setColour } from './set-colour'
import { StreamFrame } from './stream-frame'
import { TextPosition } from './text-position'

export interface Drawing extends Layers {
  /** Decoded content by reference. */
  streams: ReadonlyMap<string, Buffer>
  /** Shared by all pages of a document: nested form XObjects can ask for more work than there is time for. */
  budget: { operators: number }
}

const operatorsPerTurn = 100_000
const maxNesting = 28

/** Runs a page's content operator by operator. Draws nothing: a `PaintRecorder` notes what would be drawn. */
export class ContentInterpreter {
  state: GraphicsState
  private readonly position = new TextPosition()
  private readonly path = new CurrentPath()
  private readonly frames: StreamFrame[] = []
  private readonly tilesSeen = new Set<PdfDictionary>()

  constructor(
    readonly drawing: Drawing,
    readonly recorder: PaintRecorder,
    pageMatrix: Matrix,
    /** What is outside of it is on no paper. */
    sheet: Bounds,
  ) {
    this.state = { ...initialState(pageMatrix), clip: sheet }
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
    this.frames.push(new StreamFrame(content, resources, this.state, reference))
  }

  private pop(frame: StreamFrame) {
    this.frames.pop()
    this.state = frame.outer
  }

  private execute(frame: StreamFrame, operator: string, operands: Operand[]) {
    const { state } = this
    const { objects } = this.drawing
    switch (operator) {
      case 'q':
        frame.save(state)
        return
      case 'Q':
        this.state = frame.restore() ?? state
        return
      case 'cm':
        state.matrix = multiply(matrixOf(operands), state.matrix)
        return
      case 'w':
        state.lineWidth = Math.abs(numberOf(operands[0]))
        return
      case 'gs':
        applyParameters(objects, state, frame.resource(objects, '/ExtGState', operands[0]))
        return
      case 'Do':
        this.paintObject(frame, frame.value(objects, '/XObject', operands[0]))
        return
      case 'BI':
        if (!frame.isHidden)
          this.paintStencil(frame, this.recorder.inlineImage(state, operands, frame.resources))
        return
      case 'sh':
        if (!frame.isHidden)
          this.recorder.shading(state, frame.resource(objects, '/Shading', operands[0]), frame.resources)
        return
      case 'BMC':
      case 'BDC':
        frame.openSection(this.drawing, operands)
        return
      case 'EMC':
        frame.closeSection()
        return
      default:
        if (this.path.add(operator, operands, state)) return
        if (pathPainting[operator] !== undefined) this.paintPath(frame, operator)
        else if (!setColour(objects, state, frame, operator)) this.setText(frame, operator, operands)
    }
  }

  private setText(frame: StreamFrame, operator: string, operands: Operand[]): void {
    const { state } = this
    this.position.move(state, operator, operands)
    switch (operator) {
      case 'Tf':
        state.font = {
          dictionary: frame.resource(this.drawing.objects, '/Font', operands[0]),
          size: numberOf(operands[1]),
        }
        return
      case 'Tr':
        state.textMode = numberOf(operands[0])
        return
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        this.paintText(frame)
    }
  }

  private paintText(frame: StreamFrame) {
    const { state } = this
    if (frame.isHidden) return
    if (!this.recorder.text(state, this.position.matrix)) return
    const isStroked = state.textMode % 4 === 1 || state.textMode % 4 === 2
    this.paintPatterns(frame, state.textMode !== 1, isStroked)
  }

  private paintPath(frame: StreamFrame, operator: string) {
    const painting = pathPainting[operator] ?? []
    const filled = painting.includes('fill') ? this.path.shape(this.state) : undefined
    const margin = (this.state.lineWidth * scaleOf(this.state.matrix)) / 2
    const stroked = painting.includes('stroke') ? this.path.shape(this.state, margin) : undefined
    this.path.end(this.state)
    if (frame.isHidden) return
    if (filled !== undefined) this.recorder.fill(this.state, filled)
    if (stroked !== undefined) this.recorder.stroke(this.state, stroked)
    const area = (filled ?? stroked)?.bounds
    this.paintPatterns(frame, filled !== undefined, stroked !== undefined, area)
  }

  /** A tile has its own content, which is read once per page. */
  private paintPatterns(frame: StreamFrame, isFilled: boolean, isStroked: boolean, area?: Bounds) {
    const { objects, streams } = this.drawing
    for (const { pattern } of [
      ...(isFilled ? [this.state.fill] : []),
      ...(isStroked ? [this.state.stroke] : []),
    ]) {
      if (pattern === undefined || !objects.isStream(pattern)) continue
      const tile = objects.dictionary(pattern)
      const content = streams.get(pattern)
      if (content === undefined || this.tilesSeen.has(tile) || this.frames.length >= maxNesting) continue
      this.tilesSeen.add(tile)
      this.push(content, objects.dictionary(tile['/Resources']), pattern)
      this.state = initialState(multiply(matrixFrom(objects, tile['/Matrix']), frame.base))
      this.state.tileArea = area
      // The tile of an uncoloured pattern takes the colour that was named with it.
      const { space, components } = isFilled
        ? (this.frames.at(-1)?.outer.fill ?? this.state.fill)
        : this.state.stroke
      if (objects.number(tile['/PaintType']) === 2 && space.base !== undefined) {
        this.state.fill = this.state.stroke = { space: space.base, components }
      }
    }
  }

  private paintObject(frame: StreamFrame, value: PdfValue) {
    const { objects } = this.drawing
    const dictionary = objects.dictionary(value)
    if (frame.isHidden || isLayerHidden(this.drawing, dictionary['/OC'])) return
    const subtype = objects.name(dictionary['/Subtype'])
    if (subtype === 'Image')
      this.paintStencil(frame, this.recorder.image(this.state, dictionary, frame.resources))
    if (subtype === 'Form' && objects.isStream(value)) this.paintForm(frame, value, dictionary)
  }

  /** A stencil paints with the current colour, which may be a pattern. */
  private paintStencil(frame: StreamFrame, area: Bounds | undefined) {
    if (area !== undefined) this.paintPatterns(frame, true, false, area)
  }

  private paintForm(frame: StreamFrame, reference: string, form: PdfDictionary) {
    const { objects, streams } = this.drawing
    const content = streams.get(reference)
    const isOpen = this.frames.some((open) => open.reference === reference)
    if (content === undefined || isOpen || this.frames.length >= maxNesting) return
    const ownResources = objects.dictionary(form['/Resources'])
    this.push(content, Object.keys(ownResources).length > 0 ? ownResources : frame.resources, reference)
    this.state = {
      ...this.state,
      matrix: multiply(matrixFrom(objects, form['/Matrix']), this.state.matrix),
    }
    const box = objects.numbers(form['/BBox'], 4)
    if (box !== undefined) this.clipTo(box)
    const inner = this.frames.at(-1)
    if (inner) inner.base = this.state.matrix
    if (objects.name(objects.dictionary(form['/Group'])['/S']) === 'Transparency')
      this.recorder.group(this.state)
  }

  private clipTo([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]) {
    const bounds = boundsOf(cornersOf({ left: x1, bottom: y1, right: x2, top: y2 }, this.state.matrix))
    this.state.clip = clippedTwice(bounds, this.state.clip)
  }
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
  n: [],
}

function matrixFrom(objects: PdfObjects, value: PdfValue | undefined): Matrix {
  const numbers = objects.numbers(value, 6)
  return numbers === undefined ? identity : matrixOf(numbers)
}
