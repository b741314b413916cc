import { type Html, html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'
import { type RunActivity, runActivities } from '../../runs/run-wait'
import type { PagesDeps } from '../deps'
import { timeAgo } from './run-table'
import { runPath } from './run-words'

/** Younger runs are simply on their way. */
const minAgeMs = 20_000
const looked = 20

/** Open runs that wait or repeat a step, with the reason; undefined when there is none. */
export async function waitingRuns(
  open: RunSummary[],
  { temporal, now }: PagesDeps,
): Promise<Html | undefined> {
  const old = open.filter(({ startedAt }) => now().getTime() - new Date(startedAt).getTime() > minAgeMs)
  const waits = await Promise.all(
    old.slice(-looked).map(async (run) => ({
      run,
      // A run that was deleted meanwhile must not hide the others.
      activities: await temporal
        .ask((client) => runActivities(client, run.workflowId))
        .catch((): RunActivity[] | undefined => undefined),
    })),
  )
  const rows = waits.flatMap(({ run, activities }) => {
    const reason = activities && waitReason(activities)
    return reason === undefined ? [] : [{ run, reason }]
  })
  if (rows.length === 0) return undefined
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">Waiting</h2>
    <ul class="list">
      ${rows.map(
        ({ run, reason }) =>
          html`<li>
            <a href="${runPath(run)}">${run.file}</a> of ${run.client},
        ${timeAgo(run.startedAt, now())}: ${reason}
          </li>`,
      )}
    </ul>
  </section>`
}

/** Undefined for a run that is being worked on. */
export function waitReason(activities: RunActivity[]): string | undefined {
  const [first] = activities
  if (first === undefined) return 'no worker has taken up the run: is one running?'
  if (activities.some(({ state }) => state === 'running')) return undefined
  const { step, state, attempt, reason, lastError } = first
  return state === 'retrying'
    ? `${step} failed ${attempt - 1} times and is tried again: ${lastError ?? 'no reason given'}`
    : `${step} waits. ${reason ?? ''}`
}
