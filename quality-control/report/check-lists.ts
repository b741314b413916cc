import type { CheckResult } from '../report'
import { acceptance } from './acceptance'
import { badge } from './badge'
import { closeUp } from './close-up'
import { type Html, html } from './html'
import type { NumberedCheck, NumberedFinding } from './numbered-checks'
import { summarised } from './summary'
import type { View } from './view'
import { told } from './where'

/** All checks: failures and warnings in full, passes folded, checks that did not run with their reason. */
export function checkLists(view: View): Html {
  const { report, words } = view
  const found = view.checks.filter(({ status }) => status !== 'errored')
  const of = (status: CheckResult['status']) => report.results.filter((result) => result.status === status)
  const [errored, aside, passes] = [of('errored'), of('not_applicable'), of('pass')]
  return html`${
    found.length > 0 &&
    html`<section aria-labelledby="findings">
      <h2 id="findings">${words.findings}</h2>
      ${found.map((check, index) => details(check, check.status !== 'accepted' && index < summarised, view))}
    </section>`
  }
  ${notRun(words.checksNotRun(errored.length), errored, view, 'not-run')} ${passed(passes, view)}
  ${notRun(words.checksNotApplicable(aside.length), aside, view)}`
}

function details(check: NumberedCheck, isSummarised: boolean, view: View): Html {
  const { words, say } = view
  const { status, severity, title, why, remedy, findings, findingsOmitted } = check
  // The summary has said it.
  const isTold = isSummarised && findings.length === 1
  return html`<article class="check ${status}">
    <h3>
      ${say(check, title)}
      <span class="tag">${words.legendOf(words.severities[severity], words.statuses[status])}</span>
      <span class="id">${check.check}</span>
    </h3>
    ${why !== undefined && html`<p class="why">${say(check, why)}</p>`}
    ${findingList(findings, isTold, view)}
    ${findingsOmitted > 0 && html`<p class="more">${words.moreOfTheKind(findingsOmitted)}</p>`}
    ${
      remedy !== undefined &&
      !isSummarised &&
      status !== 'accepted' &&
      html`<p class="remedy"><strong>${words.toDo}</strong> ${say(check, remedy)}</p>`
    }
  </article>`
}

/** The first few findings are shown; the others are folded. */
function findingList(findings: NumberedFinding[], isTold: boolean, view: View): Html {
  const isShort = findings.length <= shownAtOnce + 1
  const [first, rest] = isShort
    ? [findings, []]
    : [findings.slice(0, shownAtOnce), findings.slice(shownAtOnce)]
  const item = (finding: NumberedFinding, index: number) => line(finding, isTold, index < pictured, view)
  return html`<ul class="found">
      ${first.map(item)}
    </ul>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${view.words.more(rest.length)}</summary>
        <ul class="found">
          ${rest.map((finding) => item(finding, pictured))}
        </ul>
      </details>`
    }`
}

const shownAtOnce = 4
const pictured = 5

function line(finding: NumberedFinding, isTold: boolean, hasPicture: boolean, view: View): Html {
  const { number, measured, expected, level, severity } = finding
  const { message, where } = told(finding, view)
  return html`<li id="f${number}">
    ${badge({ label: String(number), level, severity }, view.words)}
    <div>
      ${!isTold && message}${where !== undefined && html` <span class="location">${where}</span>`}${
        (measured !== undefined || expected !== undefined) && html`<dl>${values(finding, view)}</dl>`
      }
      ${acceptance(finding, view)}
    </div>
    ${hasPicture && closeUp(finding, view)}
  </li>`
}

function values({ check, measured, expected }: NumberedFinding, { words, plain }: View): (Html | false)[] {
  const pair = (word: string, value: string | undefined) =>
    value !== undefined &&
    html`<div>
      <dt>${word}</dt>
      <dd>${plain({ check }, value)}</dd>
    </div>`
  return [pair(words.measured, measured), pair(words.expected, expected)]
}

function passed(results: CheckResult[], { words, say }: View): Html | undefined {
  if (results.length === 0) return undefined
  return html`<section>
    <details>
      <summary>${words.checksPassed(results.length)}</summary>
      <ul class="plain columns">
        ${results.map(
          (result) =>
            html`<li>
              <span class="icon" aria-hidden="true">✓</span> ${say(result, result.title)}
              <span class="id">${result.check}</span>
            </li>`,
        )}
      </ul>
    </details>
  </section>`
}

function notRun(
  heading: string,
  results: CheckResult[],
  { say, words }: View,
  id?: string,
): Html | undefined {
  if (results.length === 0) return undefined
  return html`<section${id !== undefined && html` id="${id}"`}>
    <details>
      <summary>${heading}</summary>
      <ul class="plain">
        ${results.map(
          (result) =>
            html`<li>
              ${say(result, result.title)}${words.colon}${say(result, result.reason ?? '')}
              <span class="id">${result.check}</span>
            </li>`,
        )}
      </ul>
    </details>
  </section>`
}
