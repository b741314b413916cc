import { type Html, html } from './html'
import type { View } from './view'

/** How the score is calculated, line by line. */
export function scoreSum({ report, words, say, number }: View): Html | undefined {
  const { results, penalties, score, verdict, rejection } = report
  if (rejection !== undefined) return undefined
  const worstFirst = [...penalties].sort((a, b) => b.points - a.points)
  const title = (check: string) => results.find((result) => result.check === check)?.title ?? check
  const sum = 100 - penalties.reduce((total, { points }) => total + points, 0)
  const cap = score !== undefined && sum !== score ? { by: score - sum, score } : undefined
  return html`<section>
    <details>
      <summary>${words.sum}</summary>
      <table class="sum">
        <caption class="hidden">${words.sumCaption}</caption>
        <tbody>
          ${row(words.start, '100')}
          ${worstFirst.map(({ check, points }) =>
            row(say({ check }, title(check)), `−${number(String(points))}`),
          )}
          ${results
            .filter(({ status }) => status === 'accepted')
            .map((one) => row(html`${say(one, one.title)} (${words.statuses.accepted})`, '0'))}
          ${cap && row(capReason(cap, words), `${cap.by > 0 ? '+' : '−'}${Math.abs(cap.by)}`)}
          <tr class="total">
            <th scope="row">${verdict === 'error' ? words.noScoreBecause : words.score}</th>
            <td>${score === undefined ? 'n/a' : number(String(score))}</td>
          </tr>
        </tbody>
      </table>
      <p class="meta">${words.scoreRules}</p>
    </details>
  </section>`
}

function row(heading: Html | string, points: string): Html {
  return html`<tr>
    <th scope="row">${heading}</th>
    <td>${points}</td>
  </tr>`
}

function capReason({ by, score }: { by: number; score: number }, words: View['words']): string {
  if (by > 0) return words.neverBelow0
  return words.cappedTo(
    score === 49 ? words.severities.blocker : words.severities.major,
    score === 49 ? 49 : 79,
  )
}
