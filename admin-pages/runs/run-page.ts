import { type Html, html } from '../../quality-control/report/html'
import { describeRun, type RunSummary } from '../../runs/find-run'
import { runAttention } from '../../runs/run-attention'
import { type RunHistory, runHistory } from '../../runs/run-history'
import { type RunActivity, runActivities } from '../../runs/run-wait'
import { webUiLink } from '../../runs/web-ui-link'
import type { Attention, Upload } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { formTokenField } from '../page/layout'
import { size } from '../page/words'
import { findings } from '../waivers/findings'
import { liveBox, nextReload, reloadsLeftOf } from './live-box'
import { rerunForm } from './rerun-form'
import { runIdIn } from './run-id'
import { thumbnail, timeAgo } from './run-table'
import { causeTitle, statePill, verdictPill } from './run-words'
import { stepsTable } from './steps-table'

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
    const reloadsLeft = reloadsLeftOf(query)
    const refresh = nextReload(run.summary, reloadsLeft)
    const { formToken } = session
    const body = html`<p><a href="/">← Runs</a></p>
      <div class="head" id="run-head">
        <div class="named">${thumbnail(run.summary)}<h1>${name}</h1></div>
        <p class="states">
          ${statePill(run.summary.state)} ${verdictPill(run.summary.verdict)} ${score(run.summary)}
        </p>
      </div>
      ${liveBox(run.summary, run.activities, reloadsLeft)}
      <div id="run">
        ${unreadableBox(run)} ${attentionBox(run, formToken)} ${links(run, deps)}
        ${refresh === undefined && findings(run, formToken, deps)}
        ${stepsTable(run)} ${factsOf(run, deps.now())} ${rerunForm(run.summary, formToken, deps)}
      </div>`
    const isLive = run.summary.closedAt === undefined && refresh === undefined
    return { title: name, area: 'runs', body, isLive, refresh }
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
