import type { Report, Visuals } from '../../../workflows/contract'
import { dataUri } from './data-uri'
import type { Html } from './html'
import { html } from './html'
import type { EmbeddedPreview } from './index'
import { clock } from './words'

const left = 90
const right = 990
const laneHeight = 22
const curveHeight = 120

/** For moving pictures and sound: lanes of what was found, frames at their times, the loudness curve with its target. */
export function timeline(report: Report, previews: EmbeddedPreview[]): Html | undefined {
  const { durationSeconds, lanes = [], loudness } = report.visuals
  if (durationSeconds === undefined || durationSeconds <= 0 || (lanes.length === 0 && loudness === undefined)) return undefined
  const frames = previews.filter(({ kind }) => kind === 'frame')
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">Timeline</h2>
    ${
      frames.length > 0 &&
      html`<ul class="frames">
        ${frames.map(frame)}
      </ul>`
    }
    ${lanes.length > 0 && lanesPicture(lanes, durationSeconds)} ${loudness !== undefined && loudnessPicture(loudness, durationSeconds)}
  </section>`
}

function frame(preview: EmbeddedPreview): Html {
  const { widthPixels, heightPixels, alt, atSeconds } = preview
  return html`<li>
    <img src="${dataUri(preview)}" width="${widthPixels}" height="${heightPixels}" alt="${alt}" />${
      atSeconds !== undefined && html`<span class="place">${clock(atSeconds)}</span>`
    }
  </li>`
}

function lanesPicture(lanes: NonNullable<Visuals['lanes']>, duration: number): Html {
  const height = lanes.length * laneHeight + 24
  const spoken = lanes.map(
    ({ name, spans }) =>
      `${name}: ${spans.length === 0 ? 'none' : spans.map(({ start, end }) => `${clock(start)} to ${clock(end)}`).join(', ')}`,
  )
  return html`<svg
    class="chart"
    viewBox="0 0 1000 ${height}"
    role="img"
    aria-label="Where things were found. ${spoken.slice(0, 12).join('. ').slice(0, 600)}"
  >
    ${ticks(duration, height - 18)}
    ${lanes.map(({ name, spans }, index) => {
      const y = index * laneHeight + 4
      return html`<text x="${left - 8}" y="${y + 12}" text-anchor="end">${name}</text
        ><rect class="lane" x="${left}" y="${y}" width="${right - left}" height="16" rx="2"></rect>${spans.map(
          ({ start, end }) =>
            html`<rect
              class="span"
              x="${round(x(start, duration))}"
              y="${y}"
              width="${round(Math.max(2, x(end, duration) - x(start, duration)))}"
              height="16"
              rx="1"
            ></rect>`,
        )}`
    })}
  </svg>`
}

function loudnessPicture({ values, targetLufs, toleranceLu = 0 }: NonNullable<Visuals['loudness']>, duration: number): Html {
  const y = (lufs: number) => 8 + ((Math.max(-60, Math.min(0, lufs)) * -1) / 60) * curveHeight
  const points = segments(values).map((segment) =>
    segment
      .map(({ index, lufs }) => `${round(x((index / Math.max(1, values.length - 1)) * duration, duration))},${round(y(lufs))}`)
      .join(' '),
  )
  const label =
    targetLufs === undefined
      ? 'Short-term loudness over time'
      : `Short-term loudness over time; the target is ${targetLufs} LUFS, give or take ${toleranceLu} LU`
  const bandTop = targetLufs === undefined ? 0 : y(targetLufs + toleranceLu)
  return html`<svg class="chart" viewBox="0 0 1000 ${curveHeight + 32}" role="img" aria-label="${label}">
    <rect class="lane" x="${left}" y="8" width="${right - left}" height="${curveHeight}"></rect>
    ${targetLufs !== undefined && html`<rect class="band" x="${left}" y="${round(bandTop - 1)}" width="${right - left}" height="${round(Math.max(3, y(targetLufs - toleranceLu) - bandTop + 2))}"></rect><text x="${right - 4}" y="${round(bandTop - 5)}" text-anchor="end">target ${targetLufs} LUFS</text>`}
    ${[0, -20, -40, -60].map((lufs) => html`<text x="${left - 8}" y="${round(y(lufs) + 4)}" text-anchor="end">${lufs} LUFS</text>`)}
    ${points.map((line) => html`<polyline class="curve" points="${line}"></polyline>`)} ${ticks(duration, curveHeight + 14)}
  </svg>`
}

/** Runs of measurable values: silence leaves a gap in the curve. */
function segments(values: (number | null)[]): { index: number; lufs: number }[][] {
  const runs: { index: number; lufs: number }[][] = [[]]
  values.forEach((lufs, index) => {
    if (lufs === null) runs.push([])
    else runs.at(-1)?.push({ index, lufs })
  })
  return runs.filter((run) => run.length > 1)
}

function ticks(duration: number, y: number): Html[] {
  return [0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      html`<text
        x="${round(left + part * (right - left))}"
        y="${y + 14}"
        text-anchor="${part === 1 ? 'end' : part === 0 ? 'start' : 'middle'}"
        >${clock(part * duration)}</text
      >`,
  )
}

function x(seconds: number, duration: number): number {
  return left + (Math.max(0, Math.min(seconds, duration)) / duration) * (right - left)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
