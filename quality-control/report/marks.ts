import { badgeShape, badgeText } from './badge'
import { type Html, html } from './html'
import type { NumberedFinding } from './numbered-checks'
import { type PlacedLabel, placeLabels, type Rect } from './place-labels'
import type { ShownPreview, View } from './view'

const maxMarks = 60
/** Of the preview's longer side: a frame stays clear of what it marks on a phone, too. */
const gap = 0.012

type Marked = NumberedFinding & { box: Rect }

/** The findings with a box on this image or page. */
export function markedOn({ checks }: View, { page = 1 }: ShownPreview): Marked[] {
  return checks
    .flatMap(({ findings }) => findings)
    .flatMap((finding) => (finding.at?.box === undefined ? [] : [{ ...finding, box: finding.at.box }]))
    .filter(({ at }) => (at?.page ?? 1) === page && at?.startSeconds === undefined)
    .slice(0, maxMarks)
}

/**
 * A frame around each finding and its number beside it, over the image that shows it. Lengths are shares of
 * the image; numbers keep their size on every screen.
 */
export function marks(view: View, preview: ShownPreview): Html | undefined {
  const marked = markedOn(view, preview)
  if (marked.length === 0) return undefined
  const { widthPixels, heightPixels } = preview
  const longer = Math.max(widthPixels, heightPixels)
  const margins = { x: (gap * longer) / widthPixels, y: (gap * longer) / heightPixels }
  const frames = marked.map(({ box }) => outset(box, margins))
  const labels = placeLabels(frames, widthPixels / heightPixels)
  return html`<svg class="marks" role="group" aria-label="${view.words.findings}">${frames.map(
    ({ x, y, width, height }, index) =>
      html`<rect class="mark ${marked[index]?.level}" x="${percent(x)}" y="${percent(y)}"
        width="${percent(width)}" height="${percent(height)}"></rect>`,
  )}${labels.map((label, index) => label && marked[index] && numberAt(label, marked[index], view))}</svg>`
}

function numberAt({ at, shift, leader }: PlacedLabel, finding: Marked, { words }: View): Html {
  const { number, message, level, severity } = finding
  const badge = { label: String(number), level, severity }
  return html`${
    leader &&
    html`<line class="leader" x1="${percent(leader.from.x)}" y1="${percent(leader.from.y)}"
      x2="${percent(leader.to.x)}" y2="${percent(leader.to.y)}"></line>`
  }<a href="#f${number}" aria-label="${badgeText(badge, words)}: ${message}"
    ><svg x="${percent(at.x)}" y="${percent(at.y)}" overflow="visible"><g
    transform="translate(${shift.x} ${shift.y})">${badgeShape(badge)}</g></svg></a>`
}

function outset({ x, y, width, height }: Rect, by: { x: number; y: number }): Rect {
  return { x: x - by.x, y: y - by.y, width: width + 2 * by.x, height: height + 2 * by.y }
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}
