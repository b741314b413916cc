import type { Diagnosis } from '../../diagnosis/diagnosis'
import { type Html, html } from '../../quality-control/report/html'
import { listRuns } from '../../runs/list-runs'
import { plural } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { timeAgo } from '../runs/run-table'
import { runPath } from '../runs/run-words'
import { createNewestFindings } from './newest-findings'
import { queues } from './queues'

/** What `admin-cli doctor` finds, the problems first, and the last delivery of each client. */
export function healthPage(deps: PagesDeps): Handler {
  const newest = createNewestFindings(deps.examine, deps.now)
  return async () => {
    const [{ diagnoses, isDone, startedAt }, ...sections] = await Promise.all([
      newest(),
      queues(deps),
      lastDeliveries(deps),
    ])
    const body = html`<h1>Health</h1>
      <section>
        <p>${countsOf(diagnoses)}</p>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            ${[...diagnoses].sort((a, b) => order[a.level] - order[b.level]).map(diagnosisRow)}
          </tbody>
        </table>
        <p class="hint">
          ${
            isDone
              ? html`As <code>admin-cli doctor</code> finds it, ${timeAgo(startedAt, deps.now())}.`
              : html`The examination is not finished. Load the page again to see the rest.`
          }
        </p>
      </section>
      ${sections}`
    return { title: 'Health', area: 'health', body }
  }
}

function countsOf(diagnoses: readonly Diagnosis[]): string {
  const count = (level: Diagnosis['level']) => diagnoses.filter((one) => one.level === level).length
  return `${plural(count('FAIL'), 'problem')}, ${plural(count('WARN'), 'warning')}, ${count('PASS')} passed.`
}

const pills = { PASS: 'ok', WARN: 'warn', FAIL: 'bad' }
const order = { FAIL: 0, WARN: 1, PASS: 2 }

/** Other hosts have their own. */
const ofThisHost: Diagnosis['what'][] = ['worker of this host', 'media tools', 'languages', 'disk']

function diagnosisRow({ level, what, evidence, remedy }: Diagnosis): Html {
  return html`<tr>
    <th scope="row">
      ${what} ${ofThisHost.includes(what) && html`<span class="meta">the host of these pages</span>`}
    </th>
    <td><span class="pill ${pills[level]}">${level}</span></td>
    <td class="long">${evidence} ${remedy !== undefined && html`<br /><b>What to do:</b> ${remedy}`}</td>
  </tr>`
}

/** In the middle: the end of a name says what it is. */
function cut(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= 60) return name
  return `${characters.slice(0, 40).join('')}…${characters.slice(-18).join('')}`
}

async function lastDeliveries({ config, temporal, now }: PagesDeps): Promise<Html | undefined> {
  const clients = [...config.clients().values()]
  const newest = await Promise.all(
    clients.map(async (client) => {
      const list = await temporal.ask((one) => listRuns(one, { client: client.id }, 1)).catch(() => undefined)
      return { client, list }
    }),
  )
  return html`<section>
    <h2>Last delivery of each client</h2>
    <ul class="list">
      ${newest.map(({ client, list }) => {
        const [run] = list?.runs ?? []
        if (run !== undefined)
          return html`<li>
            ${client.displayName}: <a href="${runPath(run)}" title="${run.file}">${cut(run.file)}</a>,
            ${timeAgo(run.startedAt, now())}
          </li>`
        return html`<li>${client.displayName}: ${list === undefined ? 'unknown' : 'none yet'}</li>`
      })}
    </ul>
  </section>`
}
