import { type Html, html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'
import type { RunActivity } from '../../runs/run-wait'
import { runPath } from './run-words'
import { waitReason } from './waiting-runs'

const everySeconds = 5
/** For five minutes: a session must not stay open because a page was left open. */
const reloads = 60

/** What an open run does, kept up to date by the script of the page; without scripts on request. */
export function liveBox(
  summary: RunSummary,
  activities: RunActivity[],
  reloadsLeft: number,
): Html | undefined {
  if (summary.closedAt !== undefined) return undefined
  const path = runPath(summary)
  return html`<div class="notice" id="live">
    <p role="status">${stateOf(summary, activities)}</p>
    <p class="actions">
      <a href="${path}">Reload</a> <button type="button" class="plain" hidden></button>
      <noscript>
        ${
          reloadsLeft > 0
            ? html`<a href="${path}">Stop updating</a>`
            : html`<a href="${path}&amp;reloads=${reloads}">Update every ${everySeconds} seconds</a>`
        }
      </noscript>
    </p>
  </div>`
}

function stateOf({ state }: RunSummary, activities: RunActivity[]): string {
  if (state === 'needs_attention') return 'This run waits for a person.'
  const steps = activities.filter((one) => one.state === 'running').map(({ step }) => step)
  return waitReason(activities) ?? `In progress: ${steps.join(', ')}.`
}

/** How often a page without scripts is still to be loaded again. Zero where nobody asked for that. */
export function reloadsLeftOf(query: URLSearchParams): number {
  const asked = Number(query.get('reloads') ?? 0)
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, reloads) : 0
}

/** The header `Refresh` of the next reload. */
export function nextReload(summary: RunSummary, reloadsLeft: number): string | undefined {
  const isChanging = summary.closedAt === undefined && summary.state !== 'needs_attention'
  if (reloadsLeft === 0 || !isChanging) return undefined
  return `${everySeconds}; url=${runPath(summary)}&reloads=${reloadsLeft - 1}`
}
