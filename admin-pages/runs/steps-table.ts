import { type Html, html } from '../../quality-control/report/html'
import type { RunHistory, StepTaken } from '../../runs/run-history'
import type { RunActivity } from '../../runs/run-wait'
import { steps as stepTable } from '../../workflows/steps'
import { duration, moment } from '../page/words'

interface Shown {
  history: Pick<RunHistory, 'steps'>
  /** What the run does at this moment. */
  activities: RunActivity[]
}

/** The steps that a run has begun, with what each of them says. */
export function stepsTable({ history: { steps }, activities }: Shown): Html {
  return html`<section>
    <h2>Steps</h2>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">State</th>
          <th scope="col">Started</th>
          <th scope="col" class="number">Took</th>
          <th scope="col" class="number">Attempts</th>
          <th scope="col">Worker</th>
        </tr>
      </thead>
      <tbody>
        ${steps.map((step) => stepRow(step, activities))}
      </tbody>
    </table>
  </section>`
}

function stepRow(taken: StepTaken, activities: RunActivity[]): Html {
  const pending = taken.outcome === 'open' ? activities.find(({ step }) => step === taken.step) : undefined
  const {
    step,
    outcome,
    startedAt = pending?.state === 'running' ? pending.since : undefined,
    endedAt,
  } = taken
  const seconds =
    startedAt === undefined || endedAt === undefined
      ? undefined
      : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000
  const state = outcome === 'open' ? (pending?.state ?? 'open') : outcome
  const error = outcome === 'done' ? undefined : (pending?.lastError ?? taken.error)
  return html`<tr>
    <th scope="row">
      ${step}
      <div class="meta">${summaryOfStep(step)}</div>
      ${error !== undefined && html`<div class="message">${error}</div>`}
    </th>
    <td><span class="pill ${state === 'failed' ? 'bad' : state}">${state}</span></td>
    <td data-label="Started">${startedAt !== undefined && moment(startedAt)}</td>
    <td class="number" data-label="Took">${seconds !== undefined && duration(seconds)}</td>
    <td class="number" data-label="Attempts">${pending?.attempt ?? (taken.attempts || undefined)}</td>
    <td data-label="Worker"><span class="id">${taken.worker}</span></td>
  </tr>`
}

function summaryOfStep(name: string): string {
  return Object.entries(stepTable).find(([step]) => step === name)?.[1].summary ?? ''
}
