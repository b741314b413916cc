import { frameFor } from './choose-previews'
import { type Html, html } from './html'
import { share } from './share'
import type { ShownPreview, View } from './view'

const maxFrames = 7
/** Percent of the timeline's width, with the distance to the next frame. */
const cell = 14
const pictureHeight = 66
const height = pictureHeight + 36

/** Frames over the axis, each with a line to its time. */
export function frameStrip(view: View, duration: number): Html | undefined {
  const frames = chosen(view, duration)
  if (frames.length === 0) return undefined
  const lefts = apart(frames.map(({ atSeconds = 0 }) => share(atSeconds, duration) - cell / 2))
  return html`<div><dt class="hidden">${view.words.image}</dt><dd><svg class="strip" height="${height}"
    role="group" aria-label="${view.words.timeline}">${frames.map((frame, index) =>
      frameAt(frame, lefts[index] ?? 0, share(frame.atSeconds ?? 0, duration), view),
    )}</svg></dd></div>`
}

/** Those of the worst findings first, then others; not two of nearly the same time. */
function chosen({ previews, checks }: View, duration: number): ShownPreview[] {
  const frames = previews.filter(({ kind }) => kind === 'frame')
  const found = checks
    .flatMap(({ findings }) => findings)
    .map(({ at }) => frameFor(frames, at, duration))
    .filter((frame) => frame !== undefined)
  const kept: ShownPreview[] = []
  for (const frame of [...found, ...frames]) {
    const isApart = kept.every(
      (other) => Math.abs(timeOf(frame) - timeOf(other)) >= duration / (2 * maxFrames),
    )
    if (isApart && kept.length < maxFrames) kept.push(frame)
  }
  return kept.sort((a, b) => timeOf(a) - timeOf(b))
}

const timeOf = ({ atSeconds = 0 }: ShownPreview) => atSeconds

/** Moved as little as needed so that no two overlap and all are inside. */
function apart(lefts: number[]): number[] {
  const placed: number[] = []
  for (const left of lefts) placed.push(Math.max(left, 0, (placed.at(-1) ?? -Infinity) + cell))
  let limit = 100 - cell
  for (let index = placed.length - 1; index >= 0; index--) {
    placed[index] = Math.min(placed[index] ?? 0, limit)
    limit = (placed[index] ?? 0) - cell
  }
  return placed
}

function frameAt({ id, atSeconds = 0 }: ShownPreview, left: number, at: number, { words, time }: View): Html {
  const center = left + cell / 2
  const text = time(atSeconds)
  return html`<g role="img" aria-label="${words.frameAt(text)}"><title>${words.frameAt(text)}</title><use
    href="#${id}" x="${round(left + 0.5)}%" y="0" width="${cell - 1}%" height="${pictureHeight}"></use><text
    x="${round(center)}%" y="${pictureHeight + 13}">${text}</text><line x1="${round(center)}%"
    y1="${pictureHeight + 17}" x2="${at}%" y2="${height}"></line></g>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
