import { type Html, html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'
import { unreadableRuns } from '../../runs/unreadable-runs'
import { age, moment } from '../page/words'
import { runPath, statePill, verdictPill } from './run-words'

/** Runs as a table that becomes a list on a phone. */
export function runTable(runs: RunSummary[], now: Date, none: string): Html {
  if (runs.length === 0) return html`<p>${none}</p>`
  const sentences = unreadableRuns(runs)
  return html`${sentences.map((sentence) => html`<p class="notice attention">${sentence}</p>`)}
  <table class="stacked">
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">Client</th>
        <th scope="col">Verdict</th>
        <th scope="col" class="number">Score</th>
        <th scope="col">State</th>
        <th scope="col">Arrived</th>
      </tr>
    </thead>
    <tbody>
      ${runs.map((run) => row(run, now))}
    </tbody>
  </table>`
}

function row(run: RunSummary, now: Date): Html {
  const { file, client, profile, verdict, score, state, startedAt, unreadable } = run
  return html`<tr>
    <th scope="row">
      <div class="named">
        ${thumbnail(run)}
        <div>
          <a class="name" href="${runPath(run)}" title="${file}">${file || run.workflowId}</a>
          ${unreadable !== undefined && html`<span class="pill warn">unreadable</span>`}
        </div>
      </div>
    </th>
    <td data-label="Client">${client} <span class="meta">${profile}</span></td>
    <td>${verdictPill(verdict)}</td>
    <td class="number" data-label="Score">${score}</td>
    <td>${statePill(state)}</td>
    <td data-label="Arrived">${timeAgo(startedAt, now)}</td>
  </tr>`
}

export function timeAgo(iso: string, now: Date): Html {
  return html`<time datetime="${iso}" title="${moment(iso)}">${age(iso, now)}</time>`
}

/** Fetched only when it comes into sight: a list of runs waits for nothing in Box. */
export function thumbnail({ workflowId }: Pick<RunSummary, 'workflowId'>): Html {
  const source = `/thumbnail?id=${encodeURIComponent(workflowId)}`
  return html`<img class="thumbnail" src="${source}" alt="" loading="lazy" width="64" height="48" />`
}
