import { type Html, html } from '../../quality-control/report/html'
import {
  type Backlog,
  type Backlogs,
  type HostBacklog,
  hostOf,
  type PollingWorker,
  queueBacklogs,
} from '../../runs/queue-backlogs'
import type { PagesDeps } from '../deps'
import { duration } from '../page/words'
import { timeAgo } from '../runs/run-table'

/** What waits in Temporal's task queues, and the hosts that take it. */
export async function queues({ temporal, runs, now }: PagesDeps): Promise<Html> {
  const backlogs = await temporal
    .ask((client) => queueBacklogs(client, runs.temporal.taskQueue))
    .catch((): undefined => undefined)
  if (backlogs === undefined)
    return html`<section>
      <h2>Task queues and hosts</h2>
      <p>Temporal does not answer, so they are unknown.</p>
    </section>`
  return html`${queueTable(backlogs)} ${hostTable(backlogs, now())}`
}

function queueTable({ workflows, activities, downloads }: Backlogs): Html {
  const rows: [string, string, Backlog][] = [
    ['Workflow tasks', 'decide the next step of a run', workflows],
    ['Downloads', 'taken by hosts that have room', downloads],
    ['Other steps', 'taken by any host', activities],
  ]
  return html`<section>
    <h2>Task queues</h2>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Tasks</th>
          <th scope="col" class="number">Waiting</th>
          <th scope="col">Longest wait</th>
          <th scope="col">Workers</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, what, { waiting, oldestSeconds, workers }]) =>
            html`<tr>
              <th scope="row">${name} <span class="meta">${what}</span></th>
              <td class="number" data-label="Waiting">${waiting}</td>
              <td data-label="Longest wait">${waiting > 0 && duration(oldestSeconds)}</td>
              <td data-label="Workers">
                ${workers.length === 0 ? html`<span class="pill warn">none</span>` : workers.length}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="hint">
      As Temporal estimates it. A worker counts for five minutes after it last asked for tasks.
    </p>
  </section>`
}

function hostTable({ activities, downloads, hosts }: Backlogs, now: Date): Html {
  const seen = [...activities.workers, ...downloads.workers]
  const takesAssets = new Set(downloads.workers.map(({ identity }) => hostOf(identity)))
  return html`<section>
    <h2>Hosts</h2>
    ${
      hosts.length === 0
        ? html`<p>No worker has asked for tasks in the last minutes. Uploads wait; nothing is lost.</p>`
        : html`<table class="stacked">
            <thead>
              <tr>
                <th scope="col">Host</th>
                <th scope="col">Takes assets</th>
                <th scope="col">Analyses waiting</th>
                <th scope="col">Reports waiting</th>
                <th scope="col">Last seen</th>
              </tr>
            </thead>
            <tbody>
              ${hosts.map((host) => {
                const workers = seen.filter(({ identity }) => hostOf(identity) === host.host)
                return hostRow(host, takesAssets.has(host.host), lastSeen(workers), now)
              })}
            </tbody>
          </table>`
    }
    <p class="hint">
      A host that takes no assets has no room on its disk, or enough unfinished ones. These pages cannot
      see the disk of another host: <code>admin-cli doctor</code> on that host shows it, and so does its
      metric <code>qc_disk_free_bytes</code>.
    </p>
  </section>`
}

function hostRow({ host, analyses, reports }: HostBacklog, isOpen: boolean, seenAt: string, now: Date): Html {
  return html`<tr>
    <th scope="row"><span class="id">${host}</span></th>
    <td data-label="Takes assets">
      ${isOpen ? html`<span class="pill ok">yes</span>` : html`<span class="pill warn">no</span>`}
    </td>
    <td data-label="Analyses waiting">${waitingIn(analyses)}</td>
    <td data-label="Reports waiting">${waitingIn(reports)}</td>
    <td data-label="Last seen">${seenAt !== '' && timeAgo(seenAt, now)}</td>
  </tr>`
}

function waitingIn({ waiting, oldestSeconds }: Backlog): string {
  return waiting === 0 ? '0' : `${waiting}, the oldest for ${duration(oldestSeconds)}`
}

function lastSeen(workers: PollingWorker[]): string {
  return (
    workers
      .map(({ lastSeenAt = '' }) => lastSeenAt)
      .sort()
      .at(-1) ?? ''
  )
}
