import type { CheckResult, CheckStatus, Finding, Report } from '../report'
import type { Html } from './html'
import { html } from './html'
import { worstFirst } from './summary'
import { clock, severityWords, statusWords } from './words'

/** All checks: failures and warnings in full, passes folded, checks that did not run with their reason. */
export function checkLists(report: Report): Html {
  const { results } = report
  const findings = worstFirst(results).filter(({ status }) => status !== 'errored')
  const of = (status: CheckStatus) => results.filter((result) => result.status === status)
  const errored = of('errored')
  const aside = of('not_applicable')
  return html`${
    findings.length > 0 &&
    html`<section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      ${findings.map(finding)}
    </section>`
  }
  ${notRun(`${counted(errored)} could not run`, errored, 'not-run')} ${passed(of('pass'))}
  ${notRun(`${counted(aside)} ${aside.length === 1 ? 'does' : 'do'} not apply to this file`, aside)}`
}

function finding(result: CheckResult): Html {
  const { icon, word } = statusWords[result.status]
  return html`<article class="check ${result.status}">
    <h3>
      <span class="icon" aria-hidden="true">${icon}</span> ${result.title}
      <span class="tag">${word}, ${severityWords[result.severity]}</span>
    </h3>
    ${result.why !== undefined && html`<p class="why">${result.why}</p>`}
    ${findingList(result.findings)}
    ${result.findingsOmitted > 0 && html`<p class="more">${result.findingsOmitted} more of the same kind</p>`}
    ${result.remedy !== undefined && html`<p class="remedy"><strong>To do:</strong> ${result.remedy}</p>`}
    <p class="id">${result.check}</p>
  </article>`
}

/** The first few findings are shown; the others are folded. */
function findingList(findings: Finding[]): Html {
  const [first, rest] =
    findings.length <= shownAtOnce + 1
      ? [findings, []]
      : [findings.slice(0, shownAtOnce), findings.slice(shownAtOnce)]
  return html`<ul class="found">
      ${first.map(line)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${rest.length} more</summary>
        <ul class="found">
          ${rest.map(line)}
        </ul>
      </details>`
    }`
}

const shownAtOnce = 5

function line({ message, at, measured, expected }: Finding): Html {
  const location = locationOf(at)
  return html`<li>
    ${message}${location !== undefined && html` <span class="location">${location}</span>`}${
      (measured !== undefined || expected !== undefined) &&
      html`<dl>
        ${
          measured !== undefined &&
          html`<div>
            <dt>Measured</dt>
            <dd>${measured}</dd>
          </div>`
        }${
          expected !== undefined &&
          html`<div>
            <dt>Expected</dt>
            <dd>${expected}</dd>
          </div>`
        }
      </dl>`
    }
  </li>`
}

function locationOf(at: Finding['at']): string | undefined {
  if (at === undefined) return undefined
  const { startSeconds, endSeconds, page } = at
  const parts: string[] = []
  if (page !== undefined) parts.push(`page ${page}`)
  if (startSeconds !== undefined) {
    parts.push(
      endSeconds === undefined || endSeconds === startSeconds
        ? `at ${clock(startSeconds)}`
        : `${clock(startSeconds)} to ${clock(endSeconds)}`,
    )
  }
  return parts.length === 0 ? undefined : parts.join(', ')
}

function passed(results: CheckResult[]): Html | undefined {
  if (results.length === 0) return undefined
  return html`<section>
    <details>
      <summary>${counted(results)} passed</summary>
      <ul class="plain columns">
        ${results.map(passedLine)}
      </ul>
    </details>
  </section>`
}

function passedLine({ title, check }: CheckResult): Html {
  return html`<li>
    <span class="icon" aria-hidden="true">✓</span> ${title} <span class="id">${check}</span>
  </li>`
}

function notRun(heading: string, results: CheckResult[], id?: string): Html | undefined {
  if (results.length === 0) return undefined
  return html`<section${id !== undefined && html` id="${id}"`}>
    <details>
      <summary>${heading}</summary>
      <ul class="plain">
        ${results.map(notRunLine)}
      </ul>
    </details>
  </section>`
}

function notRunLine({ title, reason, check }: CheckResult): Html {
  return html`<li>${title}: ${reason} <span class="id">${check}</span></li>`
}

function counted(results: CheckResult[]): string {
  return results.length === 1 ? '1 check' : `${results.length} checks`
}
