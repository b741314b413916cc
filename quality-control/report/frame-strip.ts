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
  const frames = spread(
    view.previews
      .filter(({ kind }) => kind === 'frame')
      .sort((a, b) => (a.atSeconds ?? 0) - (b.atSeconds ?? 0)),
  )
  if (frames.length === 0) return undefined
  const lefts = apart(frames.map(({ atSeconds = 0 }) => share(atSeconds, duration) - cell / 2))
  return html`<div><dt class="hidden">${view.words.image}</dt><dd><svg class="strip" height="${height}"
    role="group" aria-label="${view.words.timeline}">${frames.map((frame, index) =>
      frameAt(frame, lefts[index] ?? 0, share(frame.atSeconds ?? 0, duration), view),
    )}</svg></dd></div>`
}

function spread(frames: ShownPreview[]): ShownPreview[] {
  if (frames.length <= maxFrames) return frames
  const step = (frames.length - 1) / (maxFrames - 1)
  return Array.from({ length: maxFrames }, (_, index) => frames[Math.round(index * step)]).filter(
    (frame) => frame !== undefined,
  )
}

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
