import type { GreyImage } from '../image/read-grey'

/** Fractions of the image. */
export interface PrintArea {
  x: number
  y: number
  width: number
  height: number
}

/** Brightness steps of 255 across two pixels: letters get paler when they are reduced. */
const minStep = 16
/** The edges of about eight letters. */
const minEdges = 16
/** The widest space between two words of such a line. */
const maxGapPixels = 10
/** Rows of a line between the height of `x` and that of a capital; OCR reads larger letters as they are. */
const [minRows, maxRows] = [3, 14]
/** Rows without edges inside a line. */
const maxEmptyRows = 1
const minWidthPerHeight = 4
const maxAreas = 12

interface Line {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Where an image that was reduced has lines that look like small print: many thin strokes in few rows, with
 * quiet rows above and below. Texture has as many edges but in more rows.
 */
export function findSmallPrint({ luma, width, height }: GreyImage): PrintArea[] {
  const lines: Line[] = []
  let open: Line[] = []
  for (let y = 0; y < height; y++) {
    for (const [left, right] of strokesIn(luma.subarray(y * width, (y + 1) * width))) {
      const line = open.find(
        (one) => overlap(one, left, right) * 2 >= Math.min(right - left, one.right - one.left),
      )
      if (line === undefined) open.push({ left, right, top: y, bottom: y })
      else
        Object.assign(line, {
          left: Math.min(line.left, left),
          right: Math.max(line.right, right),
          bottom: y,
        })
    }
    lines.push(...open.filter(({ bottom }) => bottom < y - maxEmptyRows))
    open = open.filter(({ bottom }) => bottom >= y - maxEmptyRows)
  }
  const areas = blocksOf([...lines, ...open].filter(isPrint)).slice(0, maxAreas)
  return areas.map(({ left, right, top, bottom }) => {
    const [x, y] = [Math.max(0, left), Math.max(0, top)]
    return {
      ...{ x: x / width, y: y / height },
      width: (Math.min(width, right) - x) / width,
      height: (Math.min(height, bottom) - y) / height,
    }
  })
}

/** The parts of a row of pixels where strokes follow each other closely. */
function strokesIn(row: Uint8Array): [left: number, right: number][] {
  const found: [number, number][] = []
  let [direction, first, last, edges] = [0, 0, -1, 0]
  const end = () => {
    if (edges >= minEdges) found.push([first, last])
    edges = 0
  }
  for (let x = 1; x < row.length - 1; x++) {
    const rise = (row[x + 1] ?? 0) - (row[x - 1] ?? 0)
    if (rise < minStep && rise > -minStep) continue
    const turned = rise > 0 ? 1 : -1
    if (edges > 0 && x - last > maxGapPixels) end()
    if (edges === 0) first = x
    if (edges === 0 || turned !== direction) edges += 1
    direction = turned
    last = x
  }
  end()
  return found
}

function isPrint({ left, right, top, bottom }: Line): boolean {
  const rows = bottom - top + 1
  return rows >= minRows && rows <= maxRows && right - left >= minWidthPerHeight * rows
}

const overlap = (line: Line, left: number, right: number) =>
  Math.min(line.right, right) - Math.max(line.left, left)

/** Lines with their ascenders and descenders, joined where they touch. */
function blocksOf(lines: readonly Line[]): Line[] {
  const blocks: Line[] = []
  for (const { left, right, top, bottom } of lines) {
    const margin = bottom - top + 5
    let block = { left: left - margin, right: right + margin, top: top - margin, bottom: bottom + margin }
    for (const other of [...blocks]) {
      if (overlap(other, block.left, block.right) < 0 || other.bottom < block.top || other.top > block.bottom)
        continue
      blocks.splice(blocks.indexOf(other), 1)
      block = {
        ...{ left: Math.min(block.left, other.left), right: Math.max(block.right, other.right) },
        ...{ top: Math.min(block.top, other.top), bottom: Math.max(block.bottom, other.bottom) },
      }
    }
    blocks.push(block)
  }
  return blocks
}
