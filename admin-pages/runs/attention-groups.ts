import { type Html, html } from '../../quality-control/report/html'
import type { RunSummary } from '../../runs/find-run'
import type { Attention } from '../../workflows/contract'
import { plural } from '../../workflows/text'
import { formTokenField } from '../page/layout'
import { timeAgo } from './run-table'
import { causeTitle, runPath } from './run-words'

export interface Cause {
  first: RunSummary
  runs: RunSummary[]
  /** Of the first run; undefined when no worker answered. */
  attention: Attention | undefined
}

const namesShown = 10

/** The runs that need a person, one box for each cause, with its remedy and one button for all its runs. */
export function attentionGroups(
  causes: Cause[],
  isCut: boolean,
  { formToken, now }: { formToken: string; now: Date },
): Html | undefined {
  if (causes.length === 0) return undefined
  const total = causes.reduce((sum, { runs }) => sum + runs.length, 0)
  return html`<section class="notice attention" aria-labelledby="attention">
    <h2 id="attention">
      ${isCut && 'More than '}${plural(total, 'run')} need${total === 1 && 's'} attention</h2>
    ${causes.map((cause) => causeBox(cause, formToken, now))}
  </section>`
}

function causeBox({ first, runs, attention }: Cause, formToken: string, now: Date): Html {
  const rest = runs.length - namesShown
  return html`<div class="cause">
    <h3>${first.client}: ${causeTitle(first.errorType)}
        <span class="id">${first.step}, ${first.errorType}</span></h3>
    ${
      attention !== undefined &&
      html`<p>${attention.message}</p>
      <p><b>What to do:</b> ${attention.whatToDo}</p>`
    }
    <ul class="list">
      ${runs
        .slice(0, namesShown)
        .map(
          (run) => html`<li><a href="${runPath(run)}">${run.file}</a> ${timeAgo(run.startedAt, now)}</li>`,
        )}
    </ul>
    ${rest > 0 && html`<p class="meta">and ${rest} more</p>`}
    <form method="post" action="/runs/retry">
      ${formTokenField(formToken)}
      <input type="hidden" name="client" value="${first.client}" />
      <input type="hidden" name="step" value="${first.step}" />
      <input type="hidden" name="error_type" value="${first.errorType}" />
      <button>${runs.length === 1 ? 'Retry' : `Retry all ${runs.length} with this cause`}</button>
      <span class="hint">Correct the cause first.</span>
    </form>
  </div>`
}
