import type { Finding } from '../report'
import { acceptedFindings } from '../waived'
import { type Html, html } from './html'
import { moment } from './moment'
import type { View } from './view'

/** Who accepted a finding, when, until when, and why. */
export function acceptance({ accepted }: Pick<Finding, 'accepted'>, view: View): Html | undefined {
  const { report, words, presentation } = view
  const waiver = report.waivers?.find(({ id }) => id === accepted)
  if (waiver === undefined) return undefined
  const { by, at, until, reason } = waiver
  return html`<p class="acceptance">
    <strong><bdi>${reason}</bdi></strong>
    <span class="meta"
      >${words.acceptedBy(by)}, ${moment(at, presentation, words)}${
        until !== undefined && html`, ${words.acceptedUntil(dayOf(until, view))}`
      }</span
    >
  </p>`
}

/** Beside the verdict: nobody may read it without what was accepted. */
export function acceptedNote({ report, words }: View): Html | undefined {
  const count = acceptedFindings(report.results)
  if (count === 0) return undefined
  return html`<p class="accepted-note">${words.withAccepted(words.verdicts[report.verdict], count)}</p>`
}

/** What people accepted, with their reasons; the findings themselves are in the details. */
export function acceptedList(view: View): Html | undefined {
  const { checks, report, words, say } = view
  const accepted = checks.flatMap(({ title, findings }) =>
    findings.flatMap((finding) => (finding.accepted === undefined ? [] : [{ ...finding, title }])),
  )
  const [waivers, shown] = [report.waivers ?? [], acceptedShown]
  if (waivers.length === 0) return undefined
  return html`<section aria-labelledby="accepted">
    <h2 id="accepted">${words.acceptedFindings}</h2>
    <ul class="found">
      ${waivers.slice(0, shown).map((waiver) => {
        const own = accepted.filter((finding) => finding.accepted === waiver.id)
        const [first] = own
        return html`<li>
          <div>
            ${first !== undefined && say(first, first.title)}
            ${own.map(({ number }) => html` <a href="#f${number}">${words.finding(number)}</a>`)}
            ${acceptance({ accepted: waiver.id }, view)}
          </div>
        </li>`
      })}
    </ul>
    ${
      waivers.length > shown &&
      html`<p class="more">
        ${words.moreInDetails(waivers.length - shown)} <a href="#findings">${words.findings}</a>.
      </p>`
    }
  </section>`
}

const acceptedShown = 5

function dayOf(until: string, { words }: View): string {
  const [year = '', month, day] = until.split('-')
  return words.date(String(Number(day)), words.months[Number(month) - 1] ?? '', year)
}
