import { type Html, html } from '../../quality-control/report/html'
import { listRuns } from '../../runs/list-runs'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { duration, monthWord } from '../page/words'
import { countFigures, type Figures } from './count-figures'

const limit = 5000
const timeoutMs = 20_000

/** What a QC lead asks for, per client and month, from Temporal's list of runs. */
export function figuresPage({ temporal }: PagesDeps): Handler {
  return async () => {
    const { runs, isCut } = await temporal.ask((client) => listRuns(client, {}, limit), timeoutMs)
    const figures = countFigures(runs)
    const body = html`<h1>Figures</h1>
      <section>
        ${figures.length === 0 ? html`<p>No run has a verdict yet.</p>` : table(figures)}
        <p class="hint">
          Runs with a verdict are counted for as long as Temporal keeps
          them${isCut && `; only the newest ${limit} runs are counted`}.
          An asset is a file name at a client; a corrected file with the same name is a re-delivery.
          The time is from the arrival of a file to the end of its run: report filed and source moved.
        </p>
      </section>`
    return { title: 'Figures', area: 'figures', body }
  }
}

function table(figures: Figures[]): Html {
  return html`<table class="stacked">
    <thead>
      <tr>
        <th scope="col">Client, month</th>
        <th scope="col" class="number">Assets</th>
        <th scope="col">Pass rate</th>
        <th scope="col" class="number">Re-delivered</th>
        <th scope="col" class="number">Deliveries per asset</th>
        <th scope="col" class="number">Median time</th>
        <th scope="col" class="number">95 % within</th>
      </tr>
    </thead>
    <tbody>
      ${figures.map(
        (one) =>
          html`<tr>
            <th scope="row">${one.client} <span class="meta">${monthWord(one.month)}</span></th>
            <td class="number" data-label="Assets">${one.assets}</td>
            <td data-label="Pass rate">${passRate(one)} ${failuresLink(one)}</td>
            <td class="number" data-label="Re-delivered">${one.redelivered}</td>
            <td class="number" data-label="Deliveries per asset">${one.deliveriesPerAsset.toFixed(2)}</td>
            <td class="number" data-label="Median time">${duration(one.medianSeconds)}</td>
            <td class="number" data-label="95 % within">${duration(one.p95Seconds)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

function failuresLink({ client, month, passed, judged }: Figures): Html | undefined {
  if (passed === judged) return undefined
  const path = `/figures/failures?client=${encodeURIComponent(client)}&month=${month}`
  const where = html`<span class="hidden"> most often at ${client} in ${monthWord(month)}</span>`
  return html`<a href="${path}">What fails${where}</a>`
}

/** The number says it; the bar only draws it. */
function passRate({ passed, judged }: Figures): Html {
  const percent = Math.round((100 * passed) / judged)
  return html`${percent} % <span class="meta">${passed} of ${judged}</span>
    <svg class="chart" viewBox="0 0 100 3" aria-hidden="true">
      <rect class="bar-rest" width="100" height="3"></rect>
      <rect class="bar-pass" width="${percent}" height="3"></rect>
    </svg>`
}
