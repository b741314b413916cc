import type { Operand } from './content-lexer'
import type { Matrix } from './bounds'
import type { GraphicsState } from './graphics-state'
import { identity, matrixOf, multiply } from './graphics-state'
import { numberOf } from './set-colour'

/**
 * Where the next text starts (ISO 32000-1, 9.4.2). The width of what was shown is not added: text that
 * follows on the same line keeps the start of that line.
 */
export class TextPosition {
  /** Text space to user space. */
  matrix: Matrix = identity

  /** Takes an operator that moves the text; ignores the others. */
  move(state: GraphicsState, operator: string, operands: Operand[]): void {
    switch (operator) {
      case 'BT':
        this.matrix = identity
        return
      case 'Tm':
        this.matrix = matrixOf(operands)
        return
      case 'TL':
        state.leading = numberOf(operands[0])
        return
      case 'TD':
        state.leading = -numberOf(operands[1])
        this.by(numberOf(operands[0]), numberOf(operands[1]))
        return
      case 'Td':
        this.by(numberOf(operands[0]), numberOf(operands[1]))
        return
      case 'T*':
      case "'":
      case '"':
        this.by(0, -state.leading)
    }
  }

  private by(x: number, y: number) {
    this.matrix = multiply([1, 0, 0, 1, x, y], this.matrix)
  }
}
