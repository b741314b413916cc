import { type Html, html } from '../../quality-control/report/html'
import { describeRun, type RunSummary } from '../../runs/find-run'
import { runAttention } from '../../runs/run-attention'
import { type RunHistory, runHistory, type StepTaken } from '../../runs/run-history'
import { type RunActivity, runActivities } from '../../runs/run-wait'
import { webUiLink } from '../../runs/web-ui-link'
import type { Attention, Upload } from '../../workflows/contract'
import { steps as stepTable } from '../../workflows/steps'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { formTokenField } from '../page/layout'
import { duration, moment, size } from '../page/words'
import { findings } from '../waivers/findings'
import { rerunForm } from './rerun-form'
import { runIdIn } from './run-id'
import { thumbnail, timeAgo } from './run-table'
import { causeTitle, statePill, verdictPill } from './run-words'
import { waitReason } from './waiting-runs'

interface Shown {
  summary: RunSummary
  history: RunHistory
  attention: Attention | undefined
  activities: RunActivity[]
}

/** One run: what it is, what it waits for, its steps, what was found, and what a person can do. */
export function runPage(deps: PagesDeps): Handler {
  return async ({ query, session }) => {
    const workflowId = runIdIn(query)
    const run = await deps.temporal.ask(async (temporal): Promise<Shown> => {
      const summary = await describeRun(temporal, workflowId)
      const isParked = summary.state === 'needs_attention'
      const [history, attention, activities] = await Promise.all([
        runHistory(temporal, workflowId),
        isParked ? runAttention(temporal, workflowId) : undefined,
        summary.closedAt === undefined ? runActivities(temporal, workflowId) : [],
      ])
      return { summary, history, attention, activities }
    })
    const name = run.history.upload?.name ?? run.summary.file
    const body = html`<p><a href="/">← Runs</a></p>
      <div class="head">
        <div class="named">${thumbnail(run.summary)}<h1>${name}</h1></div>
        <p>${statePill(run.summary.state)} ${verdictPill(run.summary.verdict)} ${score(run.summary)}</p>
      </div>
      ${unreadableBox(run)} ${attentionBox(run, session.formToken)} ${waitBox(run)}
      ${links(run, deps)} ${findings(run, session.formToken, deps)}
      ${stepsTable(run)} ${factsOf(run, deps.now())} ${rerunForm(run.summary, session.formToken, deps)}`
    return { title: name, area: 'runs', body }
  }
}

function score({ score: points }: RunSummary): Html | undefined {
  return points === undefined ? undefined : html`<b>${points}</b><span class="meta"> of 100</span>`
}

function unreadableBox({ summary, history }: Shown): Html | undefined {
  const unreadable = summary.unreadable ?? history.unreadable
  if (unreadable === undefined) return undefined
  return html`<section class="notice problem" aria-labelledby="unreadable">
    <h2 id="unreadable">This run cannot be read in full</h2>
    <p class="message">${unreadable.reason}</p>
    <p><b>What to do:</b> ${unreadable.whatToDo}</p>
  </section>`
}

function attentionBox({ summary, history, attention }: Shown, formToken: string): Html | undefined {
  if (summary.state !== 'needs_attention') return undefined
  const { workflowId, errorType, step } = summary
  const hidden = html`${formTokenField(formToken)}<input type="hidden" name="id" value="${workflowId}" />`
  return html`<section class="notice attention" aria-labelledby="attention">
    <h2 id="attention">Needs attention: ${causeTitle(errorType)}</h2>
    ${
      attention === undefined
        ? html`<p class="message">${history.waitsFor ?? `${step} failed (${errorType}).`}</p>
          <p class="meta">No worker answers at the moment, so this is what Temporal stores.</p>`
        : html`<p><b>What failed:</b> ${attention.step}, ${timesRetried(attention.retries)}</p>
          <p class="message">${attention.message}</p>
          <p><b>What to do:</b> ${attention.whatToDo} Then retry.</p>`
    }
    <div class="actions">
      <form method="post" action="/run/retry">${hidden}<button class="main">Retry</button></form>
      <a class="button" href="">Reload</a>
    </div>
    <details>
      <summary>Abandon this upload</summary>
      <form method="post" action="/run/abandon">
        ${hidden}
        <div class="field">
          <label for="reason">Reason, for the record</label>
          <input id="reason" name="reason" required maxlength="500" />
        </div>
        <button class="danger">Abandon</button>
        <p class="hint">The run ends without a report.
        The file stays where it is and is not checked again.</p>
      </form>
    </details>
  </section>`
}

function waitBox({ summary, activities }: Shown): Html | undefined {
  if (!['running', 'waiting'].includes(summary.state) || summary.closedAt !== undefined) return undefined
  const reason = waitReason(activities)
  return html`<p class="notice">${reason ?? 'In progress.'} <a href="">Reload</a></p>`
}

function links(
  { summary: { workflowId, client }, history }: Shown,
  { settings, runs, temporal, config }: PagesDeps,
): Html {
  const { upload, receipt, move } = history
  const reportsFolderId = config.clients().get(client)?.reportsFolderId
  const box = (path: string, word: string) =>
    html`<a class="button" href="${settings.boxWebUrl}/${path}">${word}</a>`
  const webUi = webUiLink({ webUiUrl: runs.temporal.webUiUrl, namespace: temporal.namespace }, { workflowId })
  return html`<p class="actions">
    ${
      receipt?.reportFileId !== undefined &&
      html`<a class="button" href="/report?id=${encodeURIComponent(workflowId)}">Report</a>`
    }
    ${receipt?.reportFileId !== undefined && box(`file/${receipt.reportFileId}`, 'Report in Box')}
    ${upload?.fileId !== undefined && box(`file/${upload.fileId}`, 'Source in Box')}
    ${
      (move?.folderId ?? upload?.incomingFolderId) !== undefined &&
      box(`folder/${move?.folderId ?? upload?.incomingFolderId ?? ''}`, 'Source folder')
    }
    ${reportsFolderId !== undefined && box(`folder/${reportsFolderId}`, 'REPORTS')}
    ${webUi !== undefined && html`<a class="button" href="${webUi}">Temporal Web UI</a>`}
    <a class="button" href="/clients/${encodeURIComponent(client)}">Client</a>
  </p>`
}

function stepsTable({ history: { steps }, activities }: Shown): Html {
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

function factsOf({ summary, history: { upload, receipt, move } }: Shown, now: Date): Html {
  const facts: [string, Html | string | undefined][] = [
    ['Client', summary.client],
    ['Profile', summary.profile],
    ['Session', upload?.session],
    ['Started', timeAgo(summary.startedAt, now)],
    ['Ended', summary.closedAt === undefined ? undefined : timeAgo(summary.closedAt, now)],
    ['Size', upload?.sizeBytes === undefined ? undefined : size(upload.sizeBytes)],
    ['SHA-1', upload?.sha1],
    ['Started by', upload?.origin && originWords[upload.origin]],
    ['Attempt', upload?.attempt === undefined ? undefined : String(upload.attempt)],
    ['Report', receipt?.reportName],
    ['Moved to', move?.name === undefined ? undefined : `_PROCESSED/${move.name}`],
    ['Workflow id', summary.workflowId],
  ]
  return html`<section>
    <h2>Facts</h2>
    <dl class="facts">
      ${facts.map(
        ([label, value]) =>
          value !== undefined &&
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

const originWords: Record<Upload['origin'], string> = {
  event: 'a webhook of Box',
  newVersion: 'a new version in Box',
  sweep: 'the sweep of INCOMING',
  rerun: 'a person, again',
}

function timesRetried(retries: number): string {
  if (retries === 0) return 'not retried yet'
  return retries === 1 ? 'retried once' : `retried ${retries} times`
}
