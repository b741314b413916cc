import type { Report, Visuals } from '../report'
import { dataUri } from './embedded-preview'
import type { Html } from './html'
import { html } from './html'
import type { EmbeddedPreview } from './embedded-preview'
import { clock } from './words'

/**
 * The graphics are 1,000 units wide and stretched to the page, so their labels are outside of them, as text.
 */
const width = 1000
const loudest = 0
const quietest = -60

/**
 * For video and audio: frames at their times, lanes of findings, and the loudness curve with its target.
 */
export function timeline(report: Report, previews: EmbeddedPreview[]): Html | undefined {
  const { durationSeconds, lanes = [], loudness } = report.visuals
  if (durationSeconds === undefined || durationSeconds <= 0 || (lanes.length === 0 && loudness === undefined))
    return undefined
  const frames = previews
    .filter(({ kind }) => kind === 'frame')
    .sort((a, b) => (a.atSeconds ?? 0) - (b.atSeconds ?? 0))
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">Timeline</h2>
    ${
      frames.length > 0 &&
      html`<ul class="frames">
        ${frames.map(frame)}
      </ul>`
    }
    ${lanes.length > 0 && lanesGraphic(lanes, durationSeconds)}
    ${loudness !== undefined && loudnessGraphic(loudness, durationSeconds)}
  </section>`
}

function frame(preview: EmbeddedPreview): Html {
  const { widthPixels, heightPixels, alt, atSeconds } = preview
  return html`<li>
    <img src="${dataUri(preview)}" width="${widthPixels}" height="${heightPixels}" alt="${alt}" />${
      atSeconds !== undefined && html`<span class="location">${clock(atSeconds)}</span>`
    }
  </li>`
}

function lanesGraphic(lanes: NonNullable<Visuals['lanes']>, duration: number): Html {
  return html`<dl class="lanes">
    ${lanes.map(({ name, spans }) => lane(name, spans, duration))}${axis(duration)}
  </dl>`
}

function lane(name: string, spans: { start: number; end: number }[], duration: number): Html {
  const x = (seconds: number) => round((Math.max(0, Math.min(seconds, duration)) / duration) * width)
  return html`<div><dt>${name}</dt><dd><svg
    class="lane${name === 'Cuts' && ' neutral'}"
    viewBox="0 0 ${width} 10"
    preserveAspectRatio="none"
    role="img"
    aria-label="${spoken(spans)}">${spans.map(
      ({ start, end }) =>
        html`<rect x="${x(start)}" y="0" width="${Math.max(4, x(end) - x(start))}" height="10"></rect>`,
    )}</svg></dd></div>`
}

function spoken(spans: { start: number; end: number }[]): string {
  if (spans.length === 0) return 'none'
  const named = spans
    .slice(0, 10)
    .map(({ start, end }) => (start === end ? clock(start) : `${clock(start)} to ${clock(end)}`))
  return spans.length > named.length
    ? `${named.join(', ')} and ${spans.length - named.length} more`
    : named.join(', ')
}

function loudnessGraphic(
  { values, targetLufs, toleranceLu = 0 }: NonNullable<Visuals['loudness']>,
  duration: number,
): Html {
  const y = (lufs: number) => round(loudest - Math.max(quietest, Math.min(loudest, lufs)))
  const x = (index: number) => round((index / Math.max(1, values.length - 1)) * width)
  const target = targetLufs === undefined ? '' : `; the target is ${targetLufs} LUFS ± ${toleranceLu} LU`
  const bandTop = targetLufs === undefined ? 0 : y(targetLufs + toleranceLu) - 0.5
  const bandHeight = targetLufs === undefined ? 0 : round(y(targetLufs - toleranceLu) - bandTop + 0.5)
  const points = (run: { index: number; lufs: number }[]) =>
    run.map(({ index, lufs }) => `${x(index)},${y(lufs)}`).join(' ')
  return html`<h3>Short-term loudness</h3>
<dl class="lanes"><div>
<dt class="scale"><span>${loudest} LUFS</span><span>−20</span><span>−40</span><span>−60</span></dt>
<dd><svg class="loudness" viewBox="0 0 ${width} ${loudest - quietest}" preserveAspectRatio="none"
  role="img" aria-label="Short-term loudness over time${target}">
${
  targetLufs !== undefined &&
  html`<rect class="band" x="0" y="${bandTop}" width="${width}" height="${bandHeight}"></rect>`
}
${segments(values).map((run) => html`<polyline class="curve" points="${points(run)}"></polyline>`)}
</svg></dd></div>${axis(duration)}</dl>
${targetLufs !== undefined && html`<p class="meta">${bandText(targetLufs, toleranceLu)}</p>`}`
}

const bandText = (targetLufs: number, toleranceLu: number) =>
  `Green band: the target for the whole programme, ${targetLufs} LUFS ± ${toleranceLu} LU.`

/** Runs of measurable values: silence leaves a gap in the curve. */
function segments(values: (number | null)[]): { index: number; lufs: number }[][] {
  const runs: { index: number; lufs: number }[][] = [[]]
  values.forEach((lufs, index) => {
    if (lufs === null) runs.push([])
    else runs.at(-1)?.push({ index, lufs })
  })
  return runs.filter((run) => run.length > 1)
}

function axis(duration: number): Html {
  const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => html`<span>${clock(part * duration)}</span>`)
  return html`<div class="axis"><dt class="hidden">Time</dt><dd>${marks}</dd></div>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
