import { isLayerHidden, type Layers } from '../structure/layers'
import type { PdfDictionary, PdfObjects, PdfValue } from '../structure/pdf-objects'
import type { Operand } from './content-lexer'
import { ContentLexer } from './content-lexer'
import type { Matrix } from './bounds'
import type { GraphicsState } from './graphics-state'

const maxSaved = 1000

/** One content stream that is being run: the page's own, a form's or a pattern tile's. */
export class StreamFrame {
  readonly lexer: ContentLexer
  /** The coordinates that the patterns of this stream use. */
  base: Matrix
  /** The state to return to when this stream ends. */
  readonly outer: GraphicsState
  private readonly saved: GraphicsState[] = []
  /** Whether each open marked-content section belongs to a hidden layer. */
  private readonly sections: boolean[] = []
  private hiddenSections = 0

  constructor(
    content: Buffer,
    readonly resources: PdfDictionary,
    state: GraphicsState,
    readonly reference: string | undefined,
  ) {
    this.lexer = new ContentLexer(content)
    this.base = state.matrix
    this.outer = { ...state }
  }

  save(state: GraphicsState): void {
    if (this.saved.length < maxSaved) this.saved.push({ ...state })
  }

  restore(): GraphicsState | undefined {
    return this.saved.pop()
  }

  /** Streams inside a hidden section are never entered, so the sections of the outer streams do not count. */
  get isHidden(): boolean {
    return this.hiddenSections > 0
  }

  openSection(layers: Layers, [tag, properties]: Operand[]): void {
    if (this.sections.length >= maxSaved) return
    const isHidden =
      tag === '/OC' && isLayerHidden(layers, this.value(layers.objects, '/Properties', properties))
    this.sections.push(isHidden)
    if (isHidden) this.hiddenSections++
  }

  closeSection(): void {
    if (this.sections.pop() === true) this.hiddenSections--
  }

  resource(objects: PdfObjects, kind: string, name: Operand | undefined): PdfDictionary {
    return objects.dictionary(this.value(objects, kind, name))
  }

  /** The entry of this name among the resources of this kind; null when there is none. */
  value(objects: PdfObjects, kind: string, name: Operand | undefined): PdfValue {
    return typeof name === 'string' ? (objects.dictionary(this.resources[kind])[name] ?? null) : null
  }
}
