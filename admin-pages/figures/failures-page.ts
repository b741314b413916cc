import { type Html, html } from '../../quality-control/report/html'
import { listRuns } from '../../runs/list-runs'
import { type RunHistory, runHistory } from '../../runs/run-history'
import { unreadableRuns } from '../../runs/unreadable-runs'
import { plural } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { monthWord } from '../page/words'
import { countFailures, type FailureCount } from './count-failures'

/** Each costs one history. */
const looked = 60
const atOnce = 6
const shown = 20
const timeoutMs = 20_000

/** Which checks fail most often, from the reports of the newest failed files: of a client, of a month. */
export function failuresPage({ temporal, config }: PagesDeps): Handler {
  return async ({ query }) => {
    const client = query.get('client') || undefined
    const month = query.get('month') || undefined
    const filter = { client, state: 'done', verdict: 'fail', ...startedIn(month) }
    const { runs, isCut } = await temporal.ask((one) => listRuns(one, filter, looked), timeoutMs)
    const histories: RunHistory[] = []
    for (let from = 0; from < runs.length; from += atOnce) {
      const some = runs.slice(from, from + atOnce)
      const found = await Promise.all(
        some.map(({ workflowId }) =>
          temporal.ask((one) => runHistory(one, workflowId), timeoutMs).catch(() => undefined),
        ),
      )
      histories.push(...found.flatMap((one) => one ?? []))
    }
    const reports = histories.flatMap(({ report }) => report ?? [])
    const ofMonth = month && ` in ${monthWord(month)}`
    const name = config.clients().get(client ?? '')?.displayName ?? client
    const body = html`<p><a href="/figures">← Figures</a></p>
      <h1>Most frequent failures${name !== undefined && ` of ${name}`}${ofMonth}</h1>
      <section>
        ${table(countFailures(reports).slice(0, shown), reports.length)}
        <p class="hint">
          From the reports of ${isCut && 'the newest '}${plural(reports.length, 'failed file')}.
        </p>
        ${unreadableRuns(histories).map((sentence) => html`<p class="hint">${sentence}</p>`)}
      </section>`
    return { title: 'Most frequent failures', area: 'figures', body }
  }
}

/** `2026-11`, in UTC as the figures count. */
function startedIn(month: string | undefined): { startedFrom?: string; startedBefore?: string } {
  if (month === undefined) return {}
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (year === undefined) throw new PageProblem(400, 'No such month', 'A month is written as 2026-11.')
  const next = new Date(Date.UTC(Number(year), Number(number)))
  return { startedFrom: `${month}-01T00:00:00.000Z`, startedBefore: next.toISOString() }
}

function table(counts: FailureCount[], files: number): Html {
  if (counts.length === 0) return html`<p>No file has failed.</p>`
  return html`<table class="stacked">
    <thead>
      <tr>
        <th scope="col">Check</th>
        <th scope="col">Failed files</th>
      </tr>
    </thead>
    <tbody>
      ${counts.map(
        (one) =>
          html`<tr>
            <th scope="row">${one.title} <span class="id">${one.check}</span></th>
            <td data-label="Failed files">${share(one.files, files)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** The number says it; the bar only draws it. */
function share(count: number, files: number): Html {
  const percent = Math.round((100 * count) / files)
  return html`${count} <span class="meta">${percent} %</span>
    <svg class="chart" viewBox="0 0 100 3" aria-hidden="true">
      <rect class="bar-rest" width="100" height="3"></rect>
      <rect class="bar-fail" width="${percent}" height="3"></rect>
    </svg>`
}
