import type { Bounds } from './bounds'
import { boundsOf, clipped, clippedTwice, grown } from './bounds'
import type { Operand } from './content-lexer'
import type { GraphicsState } from './graphics-state'
import { numberOf } from './set-colour'

export interface PathShape {
  bounds: Bounds
  /** One rectangle with sides along the page's edges. */
  isRectangle: boolean
  /** The lines of the path, each with its own extent: only where a colour asks where exactly it paints. */
  segments: Bounds[]
}

const pointCounts: Record<string, number | undefined> = { m: 1, l: 1, c: 3, v: 2, y: 2 }
const maxCorners = 8
const maxSegments = 1000

/** The extent of the path under construction (ISO 32000-1, 8.5.2); control points of curves count. */
export class CurrentPath {
  private left = Infinity
  private bottom = Infinity
  private right = -Infinity
  private top = -Infinity
  private points = 0
  /** The first points, x and y by turns. */
  private readonly corners: number[] = []
  private segments: Bounds[] = []
  private lastX = 0
  private lastY = 0
  private mayBeRectangle = true
  private isClip = false

  /** Takes a path construction or clipping operator. Returns false when the operator is not one. */
  add(operator: string, operands: Operand[], state: GraphicsState): boolean {
    const count = pointCounts[operator]
    if (operator === 'W' || operator === 'W*') this.isClip = true
    else if (operator === 're') this.addRectangle(operands, state)
    else if (count !== undefined) this.addPoints(operator, count, operands, state)
    else return operator === 'h'
    return true
  }

  /**
   * The path that is painted now, as far as the clip leaves it; undefined when nothing is left of it. A line
   * reaches `margin` farther than the path.
   */
  shape({ clip, tileArea }: GraphicsState, margin = 0): PathShape | undefined {
    if (this.points === 0) return undefined
    if (tileArea !== undefined) return { bounds: tileArea, isRectangle: false, segments: [] }
    const bounds = clipped(this.bounds(), clip) ?? clipped(grown(this.bounds(), margin), clip)
    if (bounds === undefined) return undefined
    const segments = this.segments.flatMap((segment) => clipped(segment, clip) ?? [])
    return { bounds, isRectangle: this.isRectangle(), segments }
  }

  /** Painting ends a path, and makes it the clip when that was asked for. */
  end(state: GraphicsState): void {
    if (this.points === 0) return
    if (this.isClip) state.clip = clippedTwice(this.bounds(), state.clip)
    this.left = this.bottom = Infinity
    this.right = this.top = -Infinity
    this.points = this.corners.length = 0
    if (this.segments.length > 0) this.segments = []
    this.mayBeRectangle = true
    this.isClip = false
  }

  private bounds(): Bounds {
    const { left, bottom, right, top } = this
    return { left, bottom, right, top }
  }

  private addRectangle(operands: Operand[], state: GraphicsState) {
    if (this.points > 0) this.mayBeRectangle = false
    const x = numberOf(operands[0])
    const y = numberOf(operands[1])
    const right = x + numberOf(operands[2])
    const top = y + numberOf(operands[3])
    this.include(x, y, state, true)
    this.include(right, y, state)
    this.include(right, top, state)
    this.include(x, top, state)
    this.include(x, y, state)
  }

  private addPoints(operator: string, count: number, operands: Operand[], state: GraphicsState) {
    const isMove = operator === 'm'
    if (operator !== 'l' && (!isMove || this.points > 0)) this.mayBeRectangle = false
    for (let at = 0; at < count * 2; at += 2)
      this.include(numberOf(operands[at]), numberOf(operands[at + 1]), state, isMove)
  }

  private include(userX: number, userY: number, { matrix, stroke }: GraphicsState, isMove = false) {
    const x = matrix[0] * userX + matrix[2] * userY + matrix[4]
    const y = matrix[1] * userX + matrix[3] * userY + matrix[5]
    if (x < this.left) this.left = x
    if (x > this.right) this.right = x
    if (y < this.bottom) this.bottom = y
    if (y > this.top) this.top = y
    if (++this.points <= maxCorners) this.corners.push(x, y)
    if (!isMove && stroke.space.kind === 'registration' && this.segments.length < maxSegments)
      this.segments.push(
        boundsOf([
          [this.lastX, this.lastY],
          [x, y],
        ]),
      )
    this.lastX = x
    this.lastY = y
  }

  private isRectangle(): boolean {
    const { corners, points, left, right, bottom, top } = this
    if (!this.mayBeRectangle || points < 4 || points > maxCorners) return false
    return corners.every((value, index) =>
      index % 2 === 0 ? isEither(value, left, right) : isEither(value, bottom, top),
    )
  }
}

function isEither(value: number, one: number, other: number): boolean {
  return Math.abs(value - one) < 0.01 || Math.abs(value - other) < 0.01
}
