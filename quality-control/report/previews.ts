import { badgeLegend } from './badge'
import { type Html, html } from './html'
import { marks, markedOn } from './marks'
import { meets } from './place-labels'
import type { ShownPreview, View } from './view'

/** Images with their safe area, words and marked findings; PDF pages with their boxes. */
export function images(view: View): Html | undefined {
  const { report, words } = view
  const shown = view.previews.filter(({ kind }) => kind === 'image' || kind === 'page')
  if (shown.length === 0) return undefined
  const pages = report.visuals.pages?.length ?? 0
  return html`<section aria-labelledby="images">
    <h2 id="images">${headingOf(report.medium, words)}</h2>
    <div class="images">${shown.map((preview) => image(view, preview))}</div>
    ${legend(view, shown)}
    ${
      pages > shown.length &&
      report.medium === 'pdf' &&
      html`<p class="meta">${words.pagesShown(shown.length, pages)}</p>`
    }
  </section>`
}

/** A whole page fits on a screen and on a printed sheet. */
const maxHeightPixels = 700

/** Screen pixels for one pixel of the preview. */
export function shownScale({ heightPixels }: ShownPreview): number {
  return Math.min(1, maxHeightPixels / heightPixels)
}

function headingOf(medium: View['report']['medium'], { pages, frames, image }: View['words']): string {
  return medium === 'pdf' ? pages : medium === 'banner' ? frames : image
}

function image(view: View, preview: ShownPreview): Html {
  const { id, widthPixels: width, heightPixels: height, alt, page } = preview
  const scale = shownScale(preview)
  return html`<figure>
    <div class="overlay${markedOn(view, preview).length > 0 && ' marked'}">
      <svg
        class="shown"
        width="${round(width * scale)}"
        height="${round(height * scale)}"
        viewBox="0 0 ${width} ${height}"
        role="img"
        aria-label="${view.plain('facts', alt)}"
      >
        <use href="#${id}"></use>
        ${safeAreaFrame(view, width, height)} ${words(view, preview)}
        ${page === undefined ? undefined : pageBoxes(view, page, width, height)}</svg
      >${marks(view, preview)}
    </div>
    ${page !== undefined && html`<figcaption>${capital(view.words.page(page))}</figcaption>`}
    ${view.report.medium === 'banner' && html`<figcaption>${view.plain('facts', alt)}</figcaption>`}
  </figure>`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function safeAreaFrame({ report }: View, width: number, height: number): Html | undefined {
  const { safeArea } = report.visuals
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

/** Words that have a mark need no frame of their own. */
function words(view: View, preview: ShownPreview): Html[] {
  const { kind, widthPixels, heightPixels } = preview
  if (kind !== 'image') return []
  const marked = markedOn(view, preview).map(({ box }) => box)
  const plain = (view.report.visuals.words ?? []).filter((word) => !marked.some((box) => meets(word, box)))
  return plain.map(
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

const boxNames = ['trim', 'bleed', 'crop', 'art', 'media'] as const
const boxNameOf = (name: string) => boxNames.find((one) => one === name)

function pageBoxes({ report, words }: View, page: number, width: number, height: number): Html[] {
  const shape = report.visuals.pages?.[page - 1]
  if (shape === undefined) return []
  const scaleX = width / shape.widthPoints
  const scaleY = height / shape.heightPoints
  return Object.entries(shape.boxes).map(([key, [x0, y0, x1, y1]]) => {
    const name = boxNameOf(key)
    return html`<rect
      class="box ${name ?? 'other'}"
      x="${round(x0 * scaleX)}"
      y="${round((shape.heightPoints - y1) * scaleY)}"
      width="${round((x1 - x0) * scaleX)}"
      height="${round((y1 - y0) * scaleY)}"
      ><title>${name === undefined ? key : words.boxes[name]}</title></rect
    >`
  })
}

function legend(view: View, shown: ShownPreview[]): Html | undefined {
  const { visuals } = view.report
  const drawn = new Set((visuals.pages ?? []).flatMap(({ boxes }) => Object.keys(boxes)))
  const entries: [string, string][] = boxNames
    .filter((name) => drawn.has(name))
    .map((name) => [`box ${name}`, view.words.boxes[name]])
  if (visuals.safeArea !== undefined) entries.push(['safe', view.words.safeArea])
  if ((visuals.words ?? []).length > 0) entries.push(['word', view.words.detectedText])
  const badges = shown.flatMap((preview) => markedOn(view, preview)).map((one) => ({ ...one, label: '' }))
  if (entries.length + badges.length === 0) return undefined
  return html`<ul class="legend">
    ${entries.map(
      ([style, word]) =>
        html`<li>
          <svg width="22" height="14" aria-hidden="true">
            <rect class="${style}" x="2" y="2" width="18" height="10"></rect>
          </svg>
          ${word}
        </li>`,
    )}${badgeLegend(badges, view.words)}
  </ul>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
