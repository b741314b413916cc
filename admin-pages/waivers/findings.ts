import type { StoredWaiver } from '../../config/read-waivers'
import { isInForce } from '../../config/waivers'
import { type Html, html } from '../../quality-control/report/html'
import {
  type NumberedCheck,
  type NumberedFinding,
  numberedChecks,
} from '../../quality-control/report/numbered-checks'
import { acceptedFindings } from '../../quality-control/waived'
import type { RunSummary } from '../../runs/find-run'
import type { RunHistory } from '../../runs/run-history'
import type { Report } from '../../workflows/contract'
import type { PagesDeps } from '../deps'
import { formTokenField } from '../page/layout'
import { acceptForm } from './accept-form'
import { plural } from '../../workflows/text'

interface Shown {
  summary: RunSummary
  history: RunHistory
}

const shownAtOnce = 5

/** "What was found": each finding by its number in the report, with who accepted it, or a form for that. */
export function findings({ summary, history }: Shown, formToken: string, deps: PagesDeps): Html | undefined {
  const { report } = history
  if (report === undefined) return undefined
  const { rejection, results = [], waivers = [] } = report
  const checks = numberedChecks({ results })
  const form = (check: NumberedCheck, finding?: NumberedFinding) =>
    rejection === undefined && check.status !== 'errored'
      ? acceptForm({ workflowId: summary.workflowId, check, finding, formToken })
      : undefined
  const count = acceptedFindings(results)
  return html`<section id="findings">
    <h2>What was found</h2>
    ${rejection !== undefined && rejected(rejection.message)}
    ${count > 0 && html`<p>${plural(count, 'finding')} accepted. Accepted findings cost no points.</p>`}
    ${checks.length === 0 && rejection === undefined && html`<p>Every check passed.</p>`}
    ${again({ summary, history }, formToken, deps)} ${checks.map((check) => checkBox(check, waivers, form))}
  </section>`
}

function rejected(message: string): Html {
  return html`<p class="message">${message}</p>
    <p class="hint">The file could not be judged, so there is nothing to accept.</p>`
}

type Form = (check: NumberedCheck, finding?: NumberedFinding) => Html | undefined

const pills: Record<string, [string, string]> = {
  warn: ['review', 'warn'],
  fail: ['fail', 'fail'],
  errored: ['error', 'could not run'],
  accepted: ['done', 'accepted'],
}

function checkBox(check: NumberedCheck, waivers: NonNullable<Report['waivers']>, form: Form): Html {
  const { title, check: id, severity, status, findings: found, findingsOmitted, remedy, reason } = check
  const [style, word] = pills[status] ?? ['error', status]
  const hidden = Math.max(0, found.length - shownAtOnce) + findingsOmitted
  const open = found.filter(({ accepted }) => accepted === undefined)
  return html`<h3 class="check">
      <span class="pill ${style}">${word}</span> ${title} <span class="id">${id}, ${severity}</span>
    </h3>
    <ul class="list numbered">
      ${found.slice(0, shownAtOnce).map(
        (finding) =>
          html`<li>
            ${finding.number}. ${finding.message} ${acceptance(finding, waivers)}
            ${finding.accepted === undefined && found.length + findingsOmitted > 1 && form(check, finding)}
          </li>`,
      )}
      ${hidden > 0 && html`<li>${hidden} more in the report</li>`}
      ${reason !== undefined && html`<li>${reason}</li>`}
    </ul>
    ${remedy !== undefined && status !== 'accepted' && html`<p><b>What to do:</b> ${remedy}</p>`}
    ${open.length > 0 && form(check, found.length + findingsOmitted === 1 ? open[0] : undefined)}`
}

function acceptance(
  { accepted }: NumberedFinding,
  waivers: NonNullable<Report['waivers']>,
): Html | undefined {
  const waiver = waivers.find(({ id }) => id === accepted)
  if (waiver === undefined) return undefined
  const { by, at, until, reason } = waiver
  return html`<div class="meta">
    Accepted by ${by} on ${at.slice(0, 10)}${until !== undefined && ` until ${until}`}: ${reason}
  </div>`
}

/** What changed since the report: it does not say so until the file is checked again. */
function again({ summary, history }: Shown, formToken: string, { config, now }: PagesDeps): Html | undefined {
  const { report } = history
  if (
    summary.closedAt === undefined ||
    report?.fileId === undefined ||
    config.waivers.problem() !== undefined
  )
    return undefined
  const used = new Set((report.waivers ?? []).map(({ id }) => id))
  const newer = config.waivers
    .list(report.clientId)
    .filter((one) => isOf(one, report) && isInForce(one, now()) && !used.has(one.id))
  if (newer.length === 0) return undefined
  return html`<div class="notice">
    <p><b>Accepted since this report:</b></p>
    <ul class="list">
      ${newer.map(
        ({ check, message, by, reason }) => html`<li>${message ?? check}, by ${by}: ${reason}</li>`,
      )}
    </ul>
    <form method="post" action="/run/again">
      ${formTokenField(formToken)}<input type="hidden" name="id" value="${summary.workflowId}" />
      <input type="hidden" name="profile" value="${report.profile?.id ?? ''}" />
      <button class="main">Make the report again</button>
    </form>
  </div>`
}

function isOf(one: StoredWaiver, { fileId, versionId }: Partial<Report>): boolean {
  return 'fileId' in one && one.fileId === fileId && one.versionId === versionId
}
