import { type Html, html } from '../../quality-control/report/html'
import { listRuns } from '../../runs/list-runs'
import { type QueuePollers, queuePollers } from '../../runs/queue-pollers'
import { messageOf } from '../../workflows/text'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { plural } from '../page/words'
import { timeAgo } from '../runs/run-table'
import { runPath } from '../runs/run-words'
import type { HealthLine } from './health-line'

/** Temporal, workers, configuration and Box, and the last delivery of each client. */
export function healthPage(deps: PagesDeps): Handler {
  return async () => {
    const lines = [...(await temporalLines(deps)), ...configLines(deps), await boxLine(deps)]
    const body = html`<h1>Health</h1>
      <section>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            ${lines.map(lineRow)}
          </tbody>
        </table>
        <p class="hint"><code>admin-cli doctor</code> checks more: webhooks, roles, keys, tools and disks.</p>
      </section>
      ${await lastDeliveries(deps)}`
    return { title: 'Health', area: 'health', body }
  }
}

const pills = { PASS: 'ok', WARN: 'warn', FAIL: 'bad' }

function lineRow({ level, what, evidence, fix }: HealthLine): Html {
  return html`<tr>
    <th scope="row">${what}</th>
    <td><span class="pill ${pills[level]}">${level}</span></td>
    <td>${evidence} ${fix !== undefined && html`<br /><b>What to do:</b> ${fix}`}</td>
  </tr>`
}

async function temporalLines({ temporal, runs }: PagesDeps): Promise<HealthLine[]> {
  try {
    const queues = await temporal.ask((client) => queuePollers(client, runs.temporal.taskQueue))
    const answers: HealthLine = {
      level: 'PASS',
      what: 'Temporal',
      evidence: `namespace ${temporal.namespace}`,
    }
    return [answers, ...queues.map(queueLine)]
  } catch (error) {
    return [
      {
        level: 'FAIL',
        what: 'Temporal',
        evidence: messageOf(error),
        fix: 'Start it, or correct TEMPORAL_ADDRESS.',
      },
    ]
  }
}

function queueLine({ queue, workers }: QueuePollers): HealthLine {
  const what = queue === 'main' ? 'Workers' : 'Hosts with room for more assets'
  if (workers.length > 0)
    return { level: 'PASS', what, evidence: workers.map(({ identity }) => identity).join(', ') }
  return queue === 'main'
    ? { level: 'FAIL', what, evidence: 'no worker asks for work', fix: 'Start one: npm run worker.' }
    : {
        level: 'WARN',
        what,
        evidence: 'no host takes another asset at the moment; uploads wait, and nothing is lost',
        fix: 'See whether the disks are full, or runs that need attention hold assets.',
      }
}

function configLines({ config }: PagesDeps): HealthLine[] {
  const problems = config.problems()
  if (problems.length === 0)
    return [{ level: 'PASS', what: 'Configuration', evidence: plural(config.clients().size, 'client') }]
  return problems.map(({ source, message }) => ({
    level: 'FAIL',
    what: 'Configuration',
    evidence: message.includes(source) ? message : `${source}: ${message}`,
    fix: 'Correct the file. The last good version is in use until then.',
  }))
}

async function boxLine({ box }: PagesDeps): Promise<HealthLine> {
  try {
    const { login } = await box().me(AbortSignal.timeout(10_000))
    return { level: 'PASS', what: 'Box', evidence: `signed in as ${login}` }
  } catch (error) {
    return {
      level: 'FAIL',
      what: 'Box',
      evidence: messageOf(error),
      fix: 'admin-cli doctor names the cause.',
    }
  }
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
            ${client.displayName}: <a href="${runPath(run)}">${run.file}</a>, ${timeAgo(run.startedAt, now())}
          </li>`
        return html`<li>${client.displayName}: ${list === undefined ? 'unknown' : 'none yet'}</li>`
      })}
    </ul>
  </section>`
}
