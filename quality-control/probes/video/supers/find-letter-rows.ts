import type { Box } from '../meters/edge-maps'

/** Letters side by side on one baseline; the box is in pixels. */
export interface LetterRow extends Box {
  letters: number
  /** Of the highest letter, in pixels. */
  letterHeight: number
}

/** A connected shape that may be a letter, or a few that touch. */
interface Shape extends Box {
  strokeWidth: number
}

/** Lower letters are not read. */
const minHeight = 6
/** Words of touching letters are longer than high. */
const maxShape = 8
const minLetters = 4
/** Of the height of the letters. */
const maxGap = 1.2
const maxOffLine = 0.2
/** Letters of one font have strokes of one width; leaves and bricks do not. */
const maxStrokeSpread = 0.45

/** Rows of shapes in `mask` (1 where a letter may be) that are like letters in size, place and strokes. */
export function findLetterRows(mask: Uint8Array, width: number, height: number): LetterRow[] {
  const shapes = shapesOf(mask, width, height).sort((a, b) => a.left - b.left)
  const used = new Set<Shape>()
  const rows: LetterRow[] = []
  for (const first of shapes) {
    if (used.has(first)) continue
    const row = rowFrom(first, shapes, used)
    if (!isText(row)) continue
    for (const shape of row) used.add(shape)
    rows.push(boxOf(row))
  }
  return rows
}

/** `shapes` are sorted by their left side. */
function rowFrom(first: Shape, shapes: readonly Shape[], used: ReadonlySet<Shape>): Shape[] {
  const row = [first]
  for (let at = shapes.indexOf(first) + 1; at < shapes.length; at++) {
    const [next, last] = [shapes[at], row.at(-1)]
    if (next === undefined || last === undefined) break
    if (next.left - last.right > heightOf(last) * 4 * maxGap) break
    if (!used.has(next) && follows(row, next)) row.push(next)
  }
  return row
}

function follows(row: readonly Shape[], next: Shape): boolean {
  const last = row.at(-1)
  if (last === undefined || next.left < last.right - 1) return false
  const highest = Math.max(...row.map(heightOf))
  const [high, own] = [heightOf(last), heightOf(next)]
  const larger = Math.max(highest, own)
  if (next.left - last.right > larger * maxGap || own < highest * 0.5 || own > highest * 2) return false
  const isOnLine = Math.abs(next.bottom - last.bottom) <= larger * maxOffLine
  // After a letter that reaches below the line, or before one.
  const isSameTop = Math.abs(next.top - last.top) <= larger * maxOffLine && own <= high * 1.6
  return isOnLine || isSameTop
}

function isText(row: readonly Shape[]): boolean {
  const tallest = Math.max(...row.map(heightOf))
  if (lettersIn(row) < minLetters || (row.at(-1)?.right ?? 0) - (row[0]?.left ?? 0) < tallest * 2)
    return false
  const mean = row.reduce((sum, { strokeWidth }) => sum + strokeWidth, 0) / row.length
  const square = row.reduce((sum, { strokeWidth }) => sum + (strokeWidth - mean) ** 2, 0) / row.length
  return Math.sqrt(square) <= mean * maxStrokeSpread && mean <= tallest * 0.45
}

const heightOf = ({ top, bottom }: Box) => bottom - top
const lettersIn = (row: readonly Shape[]) =>
  row.reduce((sum, shape) => sum + Math.max(1, Math.round((shape.right - shape.left) / heightOf(shape))), 0)

function boxOf(row: readonly Shape[]): LetterRow {
  return {
    left: Math.min(...row.map(({ left }) => left)),
    top: Math.min(...row.map(({ top }) => top)),
    right: Math.max(...row.map(({ right }) => right)),
    bottom: Math.max(...row.map(({ bottom }) => bottom)),
    letters: lettersIn(row),
    letterHeight: Math.max(...row.map(heightOf)),
  }
}

function shapesOf(mask: Uint8Array, width: number, height: number): Shape[] {
  const seen = Uint8Array.from(mask)
  const open = new Int32Array(mask.length)
  const shapes: Shape[] = []
  for (let at = 0; at < seen.length; at++) {
    if (seen[at] !== 1) continue
    const shape = shapeAt(at, { mask, seen, open, width, height })
    if (shape !== undefined) shapes.push(shape)
  }
  return shapes
}

interface Field {
  mask: Uint8Array
  /** 1 where the mask is and no shape was found yet. */
  seen: Uint8Array
  open: Int32Array
  width: number
  height: number
}

/** The shape at a pixel, when it may be a letter: not cut off by an edge, not too flat, not too thin. */
function shapeAt(start: number, { mask, seen, open, width, height }: Field): Shape | undefined {
  let [count, area, edge] = [1, 0, 0]
  const box = { left: width, top: height, right: 0, bottom: 0 }
  open[0] = start
  seen[start] = 0
  while (count > 0) {
    const at = open[--count] ?? 0
    const [x, y] = [at % width, Math.floor(at / width)]
    area++
    if (x < box.left) box.left = x
    if (x >= box.right) box.right = x + 1
    if (y < box.top) box.top = y
    if (y >= box.bottom) box.bottom = y + 1
    let isEdge = false
    for (const [across, down] of around) {
      if (x + across < 0 || x + across >= width || y + down < 0 || y + down >= height) continue
      const next = at + across + down * width
      if (mask[next] !== 1) isEdge = true
      if (seen[next] !== 1) continue
      seen[next] = 0
      open[count++] = next
    }
    if (isEdge) edge++
  }
  const [across, down] = [box.right - box.left, box.bottom - box.top]
  const isCut = box.left === 0 || box.top === 0 || box.right === width || box.bottom === height
  if (isCut || down < minHeight || across > down * maxShape || area < across * down * 0.12) return undefined
  return { ...box, strokeWidth: (2 * area) / Math.max(1, edge) }
}

const around = [-1, 0, 1].flatMap((down) =>
  [-1, 0, 1].flatMap((across) => (across === 0 && down === 0 ? [] : [[across, down] as const])),
)
