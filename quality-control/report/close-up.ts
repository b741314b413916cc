import { frameFor } from './choose-frames'
import { type Html, html } from './html'
import type { NumberedFinding } from './numbered-checks'
import { shownScale } from './previews'
import type { ShownPreview, View } from './view'

/**
 * What a finding is about: the part of the image or page around it, enlarged, or the frame of the video. It
 * reuses the pixels that the page already holds, so it costs a few hundred bytes.
 */
export function closeUp(finding: NumberedFinding, view: View): Html | undefined {
  const { previews, report } = view
  const { at } = finding
  if (at?.startSeconds !== undefined) {
    const frames = previews.filter(({ kind }) => kind === 'frame')
    const frame = frameFor(frames, at, report.visuals.durationSeconds ?? 0)
    return frame && frameOf(frame, finding, view)
  }
  const shown = previews.find(
    ({ kind, page }) => kind === 'image' || (kind === 'page' && page === (at?.page ?? 1)),
  )
  return at?.box && shown && cropOf(shown, at.box, finding, view)
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

const frameWidth = 160

function frameOf(frame: ShownPreview, { number, at, level }: NumberedFinding, view: View): Html {
  const { id, widthPixels: width, heightPixels: height, atSeconds = 0 } = frame
  const time = view.time(atSeconds)
  const scale = Math.min(1, frameWidth / width, frameWidth / height)
  // A box belongs to one frame; another frame may show something else there.
  const isSame = Math.abs(atSeconds - (at?.startSeconds ?? 0)) < 0.05
  const box = isSame ? at?.box : undefined
  return html`<figure class="close-up frame">
    <svg viewBox="0 0 ${width} ${height}" width="${round(width * scale)}" height="${round(height * scale)}"
      role="img" aria-label="${view.words.finding(number)}: ${view.words.frameAt(time)}"><use href="#${id}"
      ></use>${box && outline(pixels(box, frame), level, 4)}</svg>
    <figcaption>${isInside(atSeconds, at) ? time : view.words.nearestFrame(time)}</figcaption>
  </figure>`
}

function isInside(seconds: number, at: NumberedFinding['at']): boolean {
  const start = at?.startSeconds ?? 0
  return seconds > start - 0.001 && seconds < Math.max(at?.endSeconds ?? start, start + 0.001)
}

const maxZoom = 3
const [maxWidth, maxHeight] = [420, 150]

function cropOf(preview: ShownPreview, box: Area, finding: NumberedFinding, view: View): Html | undefined {
  const marked = pixels(box, preview)
  const crop = around(marked, preview)
  const zoom = Math.min(maxZoom, maxWidth / crop.width, maxHeight / crop.height)
  // The whole image shows it as large already.
  if (zoom < 1.2 * shownScale(preview)) return undefined
  return html`<figure class="close-up crop">
    <svg viewBox="${crop.x} ${crop.y} ${crop.width} ${crop.height}" width="${round(crop.width * zoom)}"
      height="${round(crop.height * zoom)}" role="img" aria-label="${view.words.closeUp(finding.number)}"><use
      href="#${preview.id}" width="${preview.widthPixels}" height="${preview.heightPixels}"></use>${outline(
        marked,
        finding.level,
        7 / zoom,
      )}</svg>
  </figure>`
}

/** The box with its surroundings, inside the image. */
function around(box: Area, { widthPixels, heightPixels }: ShownPreview): Area {
  const margin = Math.max(0.5 * Math.min(box.width, box.height), 0.02 * Math.max(widthPixels, heightPixels))
  const width = Math.min(widthPixels, Math.max(box.width + 2 * margin, 0.15 * widthPixels))
  const height = Math.min(heightPixels, Math.max(box.height + 2 * margin, width / 6))
  const start = (center: number, length: number, whole: number) =>
    round(Math.max(0, Math.min(whole - length, center - length / 2)))
  return {
    x: start(box.x + box.width / 2, width, widthPixels),
    y: start(box.y + box.height / 2, height, heightPixels),
    width: round(width),
    height: round(height),
  }
}

function pixels(box: Area, { widthPixels, heightPixels }: ShownPreview): Area {
  return {
    x: box.x * widthPixels,
    y: box.y * heightPixels,
    width: box.width * widthPixels,
    height: box.height * heightPixels,
  }
}

/** Beside what it marks: `gap` away from it. */
function outline({ x, y, width, height }: Area, level: NumberedFinding['level'], gap: number): Html {
  return html`<rect
    class="mark ${level}"
    x="${round(x - gap)}"
    y="${round(y - gap)}"
    width="${round(width + 2 * gap)}"
    height="${round(height + 2 * gap)}"
  ></rect>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
