import type { PdfObjects } from '../structure/pdf-objects'
import type { Colour, ColourSpace } from './colour-space'
import { cmyk, colourSpaceOf, gray, rgb } from './colour-space'
import type { Operand } from './content-lexer'
import type { GraphicsState } from './graphics-state'
import type { StreamFrame } from './stream-frame'

/** Runs a colour operator (ISO 32000-1, 8.6.8). Returns false when the operator is not one. */
export function setColour(
  objects: PdfObjects,
  state: GraphicsState,
  frame: StreamFrame,
  operator: string,
): boolean {
  const isStroke = operator.charCodeAt(0) < 0x61
  const colour = colourOf(objects, isStroke ? state.stroke : state.fill, frame, operator)
  if (colour === undefined) return false
  if (isStroke) state.stroke = colour
  else state.fill = colour
  return true
}

function colourOf(
  objects: PdfObjects,
  current: Colour,
  frame: StreamFrame,
  operator: string,
): Colour | undefined {
  const { operands } = frame.lexer
  const deviceSpace = deviceSpaces[operator]
  if (deviceSpace !== undefined) return { space: deviceSpace, components: operands.map(numberOf) }
  if (operator === 'cs' || operator === 'CS') {
    const space = colourSpaceOf(objects, operands[0] ?? null, frame.resources)
    return { space, components: initialComponents(space) }
  }
  if (!componentOperators.has(operator)) return undefined
  const last = operands.at(-1)
  return {
    space: current.space,
    components: operands.filter((operand) => typeof operand === 'number'),
    pattern: typeof last === 'string' ? frame.value(objects, '/Pattern', last) : undefined,
  }
}

const componentOperators = new Set(['sc', 'scn', 'SC', 'SCN'])

const deviceSpaces: Record<string, ColourSpace | undefined> = {
  g: gray,
  G: gray,
  rg: rgb,
  RG: rgb,
  k: cmyk,
  K: cmyk,
}

/** ISO 32000-1, 8.6.5.2 and 8.6.6: black in process spaces, full tint in spot colours. */
function initialComponents({ kind, colorants, isIndexed = false }: ColourSpace): number[] {
  if (isIndexed) return [0]
  if (colorants.length > 0) return colorants.map(() => 1)
  return kind === 'cmyk' ? [0, 0, 0, 1] : kind === 'rgb' ? [0, 0, 0] : [0]
}

export function numberOf(operand: Operand | undefined): number {
  return typeof operand === 'number' ? operand : 0
}
