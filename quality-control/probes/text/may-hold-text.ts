import type { GreyImage } from '../image/read-grey'

/** Brightness steps of 255 across two pixels: weaker edges are grain, and letters that faint are not read. */
const minStep = 20
/** The edges of three strokes: "HI" has so many in a row of pixels. */
const minEdges = 6
/** The widest stroke or space between strokes that still belongs to one text. */
const maxGapPixels = 160
/** The smallest letters that OCR reads are higher. */
const minRows = 3

/**
 * Whether an image can hold text that OCR reads: some adjacent rows of pixels that become darker and lighter
 * in turn, in steps as steep as the edges of letters. Every text looks like this; a photograph in focus often
 * does, too. `false` saves OCR, which costs more than all other measurements of an image.
 */
export function mayHoldText({ luma, width, height }: GreyImage): boolean {
  return hasStripes(luma, { lines: height, apart: width, length: width, step: 1 })
}

/** Whether an image can hold a bar code or a two-dimensional code: the bars may lie in rows, too. */
export function mayHoldCode(image: GreyImage): boolean {
  const { luma, width, height } = image
  return mayHoldText(image) || hasStripes(luma, { lines: width, apart: 1, length: height, step: width })
}

interface Lines {
  lines: number
  /** From the first pixel of one line to that of the next. */
  apart: number
  length: number
  /** From one pixel of a line to the next. */
  step: number
}

function hasStripes(luma: Uint8Array, { lines, apart, length, step }: Lines): boolean {
  let adjacent = 0
  for (let line = 0; line < lines && adjacent < minRows; line++)
    adjacent = alternates(luma, line * apart, length, step) ? adjacent + 1 : 0
  return adjacent >= minRows
}

function alternates(luma: Uint8Array, start: number, length: number, step: number): boolean {
  let [direction, lastEdge, edges] = [0, 0, 0]
  for (let pixel = 1, at = start + step; pixel < length - 1; pixel++, at += step) {
    const rise = (luma[at + step] ?? 0) - (luma[at - step] ?? 0)
    if (rise < minStep && rise > -minStep) continue
    const turned = rise > 0 ? 1 : -1
    if (turned !== direction) {
      edges = pixel - lastEdge <= maxGapPixels ? edges + 1 : 1
      direction = turned
      if (edges >= minEdges) return true
    }
    lastEdge = pixel
  }
  return false
}
