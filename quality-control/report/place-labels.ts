/** Shares of the image's width and height. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

interface Point {
  x: number
  y: number
}

export interface PlacedLabel {
  /** Where on the image, in shares of its sides. */
  at: Point
  /** From there to the label's centre, in screen pixels. */
  shift: Point
  /** A line to a label that found no room beside its frame. */
  leader?: { from: Point; to: Point }
}

/** The narrowest screen: labels that do not meet there meet nowhere. */
const phoneWidth = 270
const tallest = 700
/** Half of a label with its distance to others. */
const half = 14
/** Around the image there is room for one label. */
const gutter = 34

/**
 * A position for the label of each frame: beside it, and over no frame and no other label; else in the margin
 * of the image with a line to the frame. Undefined when the margin is full, too.
 */
export function placeLabels(frames: readonly Rect[], aspectRatio: number): (PlacedLabel | undefined)[] {
  const width = Math.min(phoneWidth, tallest * aspectRatio)
  const size = { x: width, y: width / aspectRatio }
  const taken = frames.map((frame) => pixels(frame, size))
  return frames.map((frame) => {
    const candidate = [...beside(frame), ...inMargin(frame, size)].find((label) => isFree(label, size, taken))
    if (candidate !== undefined) taken.push(around(candidate, size))
    return candidate
  })
}

function beside({ x, y, width, height }: Rect): PlacedLabel[] {
  const [right, bottom] = [x + width, y + height]
  const place = (atX: number, atY: number, shiftX: number, shiftY: number) => ({
    at: { x: atX, y: atY },
    shift: { x: shiftX, y: shiftY },
  })
  const [away, along] = [half + 1, half - 2]
  return [
    place(x, y, along, -away),
    place(right, y, away, along),
    place(x, y, -away, along),
    place(x, bottom, along, away),
    place(right, y, -along, -away),
    place(right, bottom, -along, away),
    place(right, bottom, away, -along),
    place(x, bottom, -away, -along),
  ]
}

/** The positions in the margin, the nearest to the frame first. */
function inMargin({ x, y, width, height }: Rect, size: Point): PlacedLabel[] {
  const step = (2 * half) / size.y
  const rows = Array.from({ length: Math.max(1, Math.floor(1 / step)) }, (_, row) => (row + 0.5) * step)
  const middle = y + height / 2
  const sides = [
    { edge: 0, target: x, shift: -half - 1 },
    { edge: 1, target: x + width, shift: half + 1 },
  ].sort((a, b) => Math.abs(a.edge - a.target) - Math.abs(b.edge - b.target))
  return sides.flatMap(({ edge, target, shift }) =>
    [...rows]
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
      .map((row) => {
        const to = { x: target, y: Math.max(y, Math.min(y + height, row)) }
        const from = { x: edge, y: row }
        return { at: from, shift: { x: shift, y: 0 }, leader: { from, to } }
      }),
  )
}

function isFree(label: PlacedLabel, size: Point, taken: readonly Rect[]): boolean {
  const box = around(label, size)
  const isInside =
    box.x >= -gutter &&
    box.y >= -gutter &&
    box.x + box.width <= size.x + gutter &&
    box.y + box.height <= size.y + gutter
  return isInside && !taken.some((other) => meets(box, other))
}

function around({ at, shift }: PlacedLabel, size: Point): Rect {
  const center = { x: at.x * size.x + shift.x, y: at.y * size.y + shift.y }
  return { x: center.x - half, y: center.y - half, width: 2 * half, height: 2 * half }
}

function pixels({ x, y, width, height }: Rect, size: Point): Rect {
  return { x: x * size.x, y: y * size.y, width: width * size.x, height: height * size.y }
}

export function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
