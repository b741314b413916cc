import type { CheckResult, Report, Severity, Verdict } from '../report'
import type { EmbeddedPreview } from './embedded-preview'
import { dataUri } from './embedded-preview'
import type { Html } from './html'
import { html } from './html'
import { sizeText } from '../checks/file-size'
import { moment, severityWords, statusWords, verdictWords } from './words'

/** For a reader with thirty seconds: verdict, score, the three worst reasons and what to do. */
export function summary(report: Report, previews: EmbeddedPreview[]): Html {
  const { icon, word, sentence } = verdictWords[report.verdict]
  return html`<header class="summary ${report.verdict}">
      <div class="verdict">
        <p class="stamp"><span class="icon" aria-hidden="true">${icon}</span> <strong>${word}</strong></p>
        <p class="score">
          ${
            report.score === undefined
              ? html`<b>n/a</b> <span>no score</span>`
              : html`<b>${report.score}</b> <span>of 100</span>`
          }
        </p>
      </div>
      <div class="about">
        <h1><bdi>${report.fileName}</bdi></h1>
        <p class="sentence">
          ${report.rejection === undefined ? sentence : 'This file could not be checked.'}
        </p>
        <p class="meta">
          ${report.clientName} · ${report.profile.title} · ${sizeText(report.sizeBytes)} · uploaded
          ${moment(report.eventTime)}
        </p>
      </div>
      ${cover(previews)}
    </header>
    ${report.supersededBy !== undefined && superseded()}
    ${report.rejection === undefined ? reasons(report) : rejected(report.rejection.message)}`
}

function cover(previews: EmbeddedPreview[]): Html | undefined {
  const preview = previews[0]
  if (preview === undefined) return undefined
  return html`<img
    class="cover"
    src="${dataUri(preview)}"
    width="${preview.widthPixels}"
    height="${preview.heightPixels}"
    alt="${preview.alt}"
  />`
}

function superseded(): Html {
  return html`<p class="notice" role="note">
    <strong>Superseded.</strong> This report is about an older version of the file. The newer version has
    its own report.
  </p>`
}

function rejected(message: string): Html {
  return html`<section>
    <h2>Why</h2>
    <ol class="reasons">
      <li class="fail">
        <h3>${message}</h3>
        <p>Please correct the file and upload it again.</p>
      </li>
    </ol>
  </section>`
}

function reasons({ results, verdict }: Report): Html {
  const all = worstFirst(results)
  if (all.length === 0) return html`<p class="all-clear">No check found a problem.</p>`
  const shown = withoutRepeats(all).slice(0, 3)
  const more = all.length - shown.length
  const [place, name] = all.some(({ status }) => status !== 'errored')
    ? ['findings', 'Findings']
    : ['not-run', 'checks that could not run']
  return html`<section aria-labelledby="reasons">
    <h2 id="reasons">${reasonsHeadings[verdict]}</h2>
    <ol class="reasons">
      ${shown.map(reason)}
    </ol>
    ${more > 0 && html`<p class="more">${more} more below, under <a href="#${place}">${name}</a>.</p>`}
  </section>`
}

const reasonsHeadings: Record<Verdict, string> = {
  pass: 'Minor points',
  review: 'What to do first',
  fail: 'What to do first',
  error: 'Why there is no score',
}

/** One problem can keep many checks from running: it is shown once. */
function withoutRepeats(results: CheckResult[]): CheckResult[] {
  const seen = new Set<string | undefined>()
  return results.filter(({ status, reason: problem }) => {
    if (status !== 'errored') return true
    const isNew = !seen.has(problem)
    seen.add(problem)
    return isNew
  })
}

function reason({ status, severity, title, findings, reason: problem, remedy }: CheckResult): Html {
  const { icon, word } = statusWords[status]
  return html`<li class="${status}">
    <h3>
      <span class="icon" aria-hidden="true">${icon}</span>
      ${status === 'errored' && 'Not checked: '}${title}
    </h3>
    <p>${findings[0]?.message ?? problem}</p>
    ${remedy !== undefined && html`<p class="remedy"><strong>To do:</strong> ${remedy}</p>`}
    <p class="tag">${word}, ${severityWords[severity]}</p>
  </li>`
}

const severityRank: Record<Severity, number> = { blocker: 0, major: 1, minor: 2, info: 3 }

/** All failures, warnings and errors, the worst first; equal ones in the order of the plan. */
export function worstFirst(results: CheckResult[]): CheckResult[] {
  const weight = ({ status, severity }: CheckResult) =>
    (status === 'fail' ? 0 : 10) + severityRank[severity] + (status === 'errored' ? 0.5 : 0)
  return results
    .filter(({ status }) => status === 'fail' || status === 'warn' || status === 'errored')
    .sort((a, b) => weight(a) - weight(b))
}
