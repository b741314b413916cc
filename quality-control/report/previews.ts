import type { Report } from '../report'
import { dataUri } from './embedded-preview'
import type { Html } from './html'
import { html } from './html'
import type { EmbeddedPreview } from './embedded-preview'

const boxNames: Record<string, string> = {
  trim: 'Trim',
  bleed: 'Bleed',
  crop: 'Crop',
  art: 'Art',
  media: 'Media',
}

/** Images with their safe area, words and marked findings; PDF pages with their boxes. */
export function images(report: Report, previews: EmbeddedPreview[]): Html | undefined {
  const shown = previews.filter(({ kind }) => kind === 'image' || kind === 'page')
  if (shown.length === 0) return undefined
  const pages = report.visuals.pages?.length ?? 0
  return html`<section aria-labelledby="images">
    <h2 id="images">${report.medium === 'pdf' ? 'Pages' : 'Image'}</h2>
    <div class="images">${shown.map((preview) => image(report, preview))}</div>
    ${legend(report)}
    ${
      pages > shown.length &&
      report.medium === 'pdf' &&
      html`<p class="meta">The first ${shown.length} of ${pages} pages are shown.</p>`
    }
  </section>`
}

/** A whole page fits on a screen and on a printed sheet. */
const maxHeightPixels = 700

function image(report: Report, preview: EmbeddedPreview): Html {
  const { widthPixels: width, heightPixels: height, alt, page } = preview
  const scale = Math.min(1, maxHeightPixels / height)
  return html`<figure>
    <svg
      class="overlay"
      width="${round(width * scale)}"
      height="${round(height * scale)}"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="${alt}"
    >
      <image href="${dataUri(preview)}" width="${width}" height="${height}"></image>
      ${safeAreaFrame(report, width, height)} ${words(report, preview)}
      ${page === undefined ? undefined : pageBoxes(report, page, width, height)}
      ${marks(report, page ?? 1, width, height)}</svg
    >${page !== undefined && html`<figcaption>Page ${page}</figcaption>`}
  </figure>`
}

function safeAreaFrame({ visuals: { safeArea } }: Report, width: number, height: number): Html | undefined {
  if (safeArea === undefined) return undefined
  const { top, right, bottom, left } = safeArea
  return html`<rect
    class="safe"
    x="${round(left * width)}"
    y="${round(top * height)}"
    width="${round((1 - left - right) * width)}"
    height="${round((1 - top - bottom) * height)}"
  ></rect>`
}

function words({ visuals }: Report, { kind, widthPixels, heightPixels }: EmbeddedPreview): Html[] {
  if (kind !== 'image') return []
  return (visuals.words ?? []).map(
    ({ text, x, y, width, height }) =>
      html`<rect
        class="word"
        x="${round(x * widthPixels)}"
        y="${round(y * heightPixels)}"
        width="${round(width * widthPixels)}"
        height="${round(height * heightPixels)}"
        ><title>${text}</title></rect
      >`,
  )
}

function pageBoxes({ visuals }: Report, page: number, width: number, height: number): Html[] {
  const shape = visuals.pages?.[page - 1]
  if (shape === undefined) return []
  const scaleX = width / shape.widthPoints
  const scaleY = height / shape.heightPoints
  return Object.entries(shape.boxes).map(
    ([name, [x0, y0, x1, y1]]) =>
      html`<rect
        class="box ${boxNames[name] === undefined ? 'other' : name}"
        x="${round(x0 * scaleX)}"
        y="${round((shape.heightPoints - y1) * scaleY)}"
        width="${round((x1 - x0) * scaleX)}"
        height="${round((y1 - y0) * scaleY)}"
        ><title>${boxNames[name] ?? name} box</title></rect
      >`,
  )
}

/** Frames around the findings that have a location. */
function marks({ results }: Report, page: number, width: number, height: number): Html[] {
  return results
    .flatMap(({ findings }) => findings)
    .filter(({ at }) => at?.box !== undefined && (at.page ?? 1) === page && at.startSeconds === undefined)
    .slice(0, 60)
    .map(({ message, level, at }) => {
      const box = at?.box ?? { x: 0, y: 0, width: 0, height: 0 }
      return html`<rect
        class="mark ${level}"
        x="${round(box.x * width)}"
        y="${round(box.y * height)}"
        width="${round(box.width * width)}"
        height="${round(box.height * height)}"
        ><title>${message}</title></rect
      >`
    })
}

function legend({ visuals, results }: Report): Html | undefined {
  const drawn = new Set((visuals.pages ?? []).flatMap(({ boxes }) => Object.keys(boxes)))
  const entries: [string, string][] = Object.entries(boxNames)
    .filter(([name]) => drawn.has(name))
    .map(([name, word]) => [`box ${name}`, `${word} box`])
  if (visuals.safeArea !== undefined) entries.push(['safe', 'Safe area'])
  if ((visuals.words ?? []).length > 0) entries.push(['word', 'Detected text'])
  const marked = new Set(
    results.flatMap(({ findings }) =>
      findings.filter(({ at }) => at?.box !== undefined).map(({ level }) => level),
    ),
  )
  if (marked.has('fail')) entries.push(['mark fail', 'Failed'])
  if (marked.has('warn')) entries.push(['mark warn', 'Warning'])
  if (entries.length === 0) return undefined
  return html`<ul class="legend">
    ${entries.map(
      ([style, word]) =>
        html`<li>
          <svg width="22" height="14" aria-hidden="true">
            <rect class="${style}" x="2" y="2" width="18" height="10"></rect>
          </svg>
          ${word}
        </li>`,
    )}
  </ul>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
