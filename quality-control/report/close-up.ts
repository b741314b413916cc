import { surroundings } from '../surroundings'
import { detailFor, frameFor } from './choose-previews'
import { type Html, html } from './html'
import type { NumberedFinding } from './numbered-checks'
import { shownScale } from './previews'
import type { ShownPreview, View } from './view'

/**
 * What a finding is about: the frame of the video, or the part of the image or page around it, enlarged: from
 * the file's own pixels where the probe has cut it out, else from the preview that the page holds anyway.
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
  if (at?.box === undefined) return undefined
  const detail = detailFor(previews, at)
  if (detail?.box !== undefined) return detailOf(detail, detail.box, { shown, marked: at.box }, finding, view)
  return shown && cropOf(shown, at.box, finding, view)
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

/** A smaller step helps nobody. */
const minEnlargement = 1.2

function detailOf(
  { id, widthPixels: width, heightPixels: height }: ShownPreview,
  part: Area,
  { shown, marked }: { shown: ShownPreview | undefined; marked: Area },
  finding: NumberedFinding,
  view: View,
): Html | undefined {
  const zoom = Math.min(maxZoom, maxWidth / width, maxHeight / height)
  const shownWidth = shown === undefined ? 0 : part.width * shown.widthPixels * shownScale(shown)
  if (width * zoom < minEnlargement * shownWidth) return undefined
  const inside = {
    ...{ x: (marked.x - part.x) / part.width, y: (marked.y - part.y) / part.height },
    ...{ width: marked.width / part.width, height: marked.height / part.height },
  }
  const box = pixels(inside, { widthPixels: width, heightPixels: height })
  return crop({ x: 0, y: 0, width, height }, { id, width, height }, { box, zoom }, finding, view)
}

function cropOf(preview: ShownPreview, box: Area, finding: NumberedFinding, view: View): Html | undefined {
  const { id, widthPixels: width, heightPixels: height } = preview
  const marked = pixels(box, preview)
  const part = surroundings(marked, { width, height })
  const zoom = Math.min(maxZoom, maxWidth / part.width, maxHeight / part.height)
  // The whole image shows it as large already.
  if (zoom < minEnlargement * shownScale(preview)) return undefined
  return crop(part, { id, width, height }, { box: marked, zoom }, finding, view)
}

function crop(
  { x, y, width, height }: Area,
  image: { id: string; width: number; height: number },
  { box, zoom }: { box: Area; zoom: number },
  { number, level }: NumberedFinding,
  view: View,
): Html {
  return html`<figure class="close-up crop">
    <svg viewBox="${round(x)} ${round(y)} ${round(width)} ${round(height)}" width="${round(width * zoom)}"
      height="${round(height * zoom)}" role="img" aria-label="${view.words.closeUp(number)}"><use
      href="#${image.id}" width="${image.width}" height="${image.height}"></use>${outline(
        box,
        level,
        7 / zoom,
      )}</svg>
  </figure>`
}

function pixels(
  box: Area,
  { widthPixels, heightPixels }: Pick<ShownPreview, 'widthPixels' | 'heightPixels'>,
): Area {
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
