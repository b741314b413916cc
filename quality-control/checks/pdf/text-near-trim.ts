import type { PdfPage } from '../../facts/pdf'
import { defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'Text keeps its distance from the edge of the page',
  failureTitle: 'Text is too near the edge of the page',
  why: 'Paper is never cut exactly on the line. Text near the edge is cut off, or looks as if it slipped.',
  remedy: 'Move the text inwards, or let it run over the edge on purpose.',
  source: 'No standard: 3 mm is the usual tolerance of folding and cutting that printers ask for',
  needs: ['pdf', 'text'],
  severity: 'minor',
  settings: {
    minDistanceMm: {
      doc: 'Minimum distance of text from the trim',
      format: 'number',
      unit: 'mm',
      min: 0,
      default: 3,
    },
    minLetters: {
      doc: 'Minimum number of letters or digits in a line; OCR finds single letters in textures',
      format: 'nat',
      unit: 'letters',
      default: 2,
    },
  },
  run: ({ pdf: { pages }, text }, { minDistanceMm, minLetters }) => {
    if (text.words.length === 0) return notApplicable('No text was found.')
    const trimmed = new Map(pages.map((page) => [page.page, page]))
    return linesOf(text).flatMap(({ text: line, box, at, words }) => {
      const page = trimmed.get(words[0]?.page ?? 1)
      const letters = line.match(/[\p{L}\p{N}]/gu)?.length ?? 0
      if (page === undefined || page.boxes.trim.origin === 'default' || letters < minLetters) return []
      const distanceMm = distanceFromTrim(page, box)
      if (distanceMm === undefined || distanceMm >= minDistanceMm - toleranceMm) return []
      const measured = distanceMm < 0 ? 'across the edge' : `${distanceMm.toFixed(1)} mm from the edge`
      return [
        {
          level: 'warn' as const,
          message: `Page ${page.page}: "${line.slice(0, 80)}" is ${measured}.`,
          at: { ...at, page: page.page },
          measured,
          expected: `at least ${minDistanceMm} mm`,
        },
      ]
    })
  },
})

const toleranceMm = 0.2
const fullTurn = 360

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The least distance to a side of the trim; undefined for text outside of it: the notes of the printer. */
function distanceFromTrim(page: PdfPage, { x, y, width, height }: Box): number | undefined {
  const { media, trim } = page.boxes
  const [wide, high] = [media.right - media.left, media.top - media.bottom]
  // Sides of the page in the order top, right, bottom, left, which a rotation shifts.
  const margins = [
    media.top - trim.top,
    media.right - trim.right,
    trim.bottom - media.bottom,
    trim.left - media.left,
  ]
  const turns = Math.round(page.rotationDegrees / 90) % (fullTurn / 90)
  const [top = 0, right = 0, bottom = 0, left = 0] = [0, 1, 2, 3].map(
    (side) => margins[(side - turns + 4) % 4],
  )
  const [shownWidth, shownHeight] = turns % 2 === 0 ? [wide, high] : [high, wide]
  const [x0, x1] = [x * shownWidth, (x + width) * shownWidth]
  const [y0, y1] = [y * shownHeight, (y + height) * shownHeight]
  if (x1 <= left || x0 >= shownWidth - right || y1 <= top || y0 >= shownHeight - bottom) return undefined
  const points = Math.min(x0 - left, shownWidth - right - x1, y0 - top, shownHeight - bottom - y1)
  return (points * 25.4) / 72
}
