import type { Visuals } from '../report'
import { type Html, html } from './html'
import type { View } from './view'

/** The curve is 1,000 units wide and stretched to the page, so its labels are outside of it, as text. */
const width = 1000
const loudest = 0
const quietest = -60

export function loudnessGraphic(
  { words, number }: View,
  { values, targetLufs, toleranceLu = 0 }: NonNullable<Visuals['loudness']>,
  axis: Html,
): Html {
  const y = (lufs: number) => round(loudest - Math.max(quietest, Math.min(loudest, lufs)))
  const x = (index: number) => round((index / Math.max(1, values.length - 1)) * width)
  const target = targetLufs === undefined ? undefined : number(`${targetLufs} LUFS ± ${toleranceLu} LU`)
  const bandTop = targetLufs === undefined ? 0 : y(targetLufs + toleranceLu) - 0.5
  const bandHeight = targetLufs === undefined ? 0 : round(y(targetLufs - toleranceLu) - bandTop + 0.5)
  const points = (run: { index: number; lufs: number }[]) =>
    run.map(({ index, lufs }) => `${x(index)},${y(lufs)}`).join(' ')
  return html`<h3>${words.loudness}</h3>
<dl class="lanes"><div>
<dt class="scale"><span>${loudest} LUFS</span><span>−20</span><span>−40</span><span>−60</span></dt>
<dd><svg class="loudness" viewBox="0 0 ${width} ${loudest - quietest}" preserveAspectRatio="none"
  role="img" aria-label="${target === undefined ? words.loudness : words.loudnessOverTime(target)}">
${
  targetLufs !== undefined &&
  html`<rect class="band" x="0" y="${bandTop}" width="${width}" height="${bandHeight}"></rect>`
}
${segments(values).map((run) => html`<polyline class="curve" points="${points(run)}"></polyline>`)}
</svg></dd></div>${axis}</dl>
${target !== undefined && html`<p class="meta">${words.loudnessTarget(target)}</p>`}`
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

function round(value: number): number {
  return Math.round(value * 10) / 10
}
