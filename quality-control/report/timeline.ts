import type { Visuals } from '../report'
import { badgeLegend } from './badge'
import { findingRow, timedFindings } from './finding-row'
import { frameStrip } from './frame-strip'
import { type Html, html } from './html'
import { loudnessGraphic } from './loudness-graphic'
import { share } from './share'
import type { View } from './view'

/**
 * For video and audio, over one axis: frames at their times, numbered findings, lanes of what was measured,
 * and the loudness curve with its target.
 */
export function timeline(view: View): Html | undefined {
  const { durationSeconds: duration, lanes = [], loudness } = view.report.visuals
  if (duration === undefined || duration <= 0 || (lanes.length === 0 && loudness === undefined))
    return undefined
  const found = timedFindings(view)
  return html`<section aria-labelledby="timeline">
    <h2 id="timeline">${view.words.timeline}</h2>
    <dl class="lanes">
      ${frameStrip(view, duration)}${findingRow(view, found, duration)}${lanes.map((each) =>
        lane(each, view, duration),
      )}${axis(view, duration)}
    </dl>
    ${
      found.length > 0 &&
      html`<ul class="legend">${badgeLegend(
        found.map((one) => ({ ...one, label: '' })),
        view.words,
      )}</ul>`
    }
    ${loudness !== undefined && loudnessGraphic(view, loudness, axis(view, duration))}
  </section>`
}

type Lane = NonNullable<Visuals['lanes']>[number]

function lane({ name, spans }: Lane, view: View, duration: number): Html {
  const word = Object.entries(view.words.lanes).find(([english]) => english === name)?.[1] ?? name
  return html`<div><dt>${word}</dt><dd><svg class="lane" role="img"
    aria-label="${spoken(spans, view)}">${spans.map(
      ({ start, end }) =>
        html`<rect x="${share(start, duration)}%" width="${Math.max(0.3, share(end - start, duration))}%"
          height="100%"></rect>`,
    )}</svg></dd></div>`
}

function spoken(spans: Lane['spans'], { words, time }: View): string {
  if (spans.length === 0) return words.none
  const named = spans
    .slice(0, 10)
    .map(({ start, end }) => (start === end ? time(start) : words.fromTo(time(start), time(end))))
    .join(', ')
  return spans.length > 10 ? `${named} ${words.andMore(spans.length - 10)}` : named
}

function axis({ words, time }: View, duration: number): Html {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => html`<span>${time(part * duration)}</span>`)
  return html`<div class="axis"><dt class="hidden">${words.time}</dt><dd>${ticks}</dd></div>`
}
