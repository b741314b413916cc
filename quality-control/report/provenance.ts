import type { Report } from '../report'
import type { Html } from './html'
import { html } from './html'
import { moment } from './words'

/** How the score is calculated, line by line. */
export function scoreSum({ results, penalties, score, verdict, rejection }: Report): Html | undefined {
  if (rejection !== undefined) return undefined
  const worstFirst = [...penalties].sort((a, b) => b.points - a.points)
  const title = (check: string) => results.find((result) => result.check === check)?.title ?? check
  const sum = 100 - penalties.reduce((total, { points }) => total + points, 0)
  return html`<section aria-labelledby="sum">
    <h2 id="sum">How the score is calculated</h2>
    <table class="sum">
      <caption class="hidden">
        Points deducted per check
      </caption>
      <tbody>
        <tr>
          <th scope="row">Start</th>
          <td>100</td>
        </tr>
        ${worstFirst.map(
          ({ check, points }) =>
            html`<tr>
              <th scope="row">${title(check)}</th>
              <td>−${points}</td>
            </tr>`,
        )}
        ${
          score !== undefined &&
          sum !== score &&
          html`<tr>
            <th scope="row">${capReason(sum, score)}</th>
            <td>${sum < score ? '+' : '−'}${Math.abs(sum - score)}</td>
          </tr>`
        }
        <tr class="total">
          <th scope="row">${verdict === 'error' ? 'No score: a required check could not run' : 'Score'}</th>
          <td>${score ?? 'n/a'}</td>
        </tr>
      </tbody>
    </table>
    <p class="meta">
      A failed blocker check costs 40 points, major 15, minor 5. A warning costs half. A failed blocker or
      major check fails the asset. Otherwise 90 points or more are a pass, fewer are a review.
    </p>
  </section>`
}

function capReason(sum: number, score: number): string {
  if (sum < score) return 'The score is never below 0'
  return score === 49
    ? 'A failed blocker check limits the score to 49'
    : 'A failed major check limits the score to 79'
}

export function facts({ technicalFacts }: Report): Html | undefined {
  if (technicalFacts.length === 0) return undefined
  return html`<section>
    <details>
      <summary>Technical facts</summary>
      <dl class="facts">
        ${technicalFacts.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </details>
  </section>`
}

/** Placeholder for Box's ids in the report of a local file. */
const nowhere = '-'

/** Where this report comes from: file, profile, run and tools. */
export function provenance(report: Report): Html {
  const rows: [string, string | undefined][] = [
    ['Session', report.session],
    ['Uploaded', moment(report.eventTime)],
    ['Profile', `${report.profile.title} (${report.profile.id}, version ${report.profile.version})`],
    ['SHA-256', report.sha256],
    ['SHA-1', report.sha1],
    ['Box file', report.fileId === nowhere ? undefined : `${report.fileId}, version ${report.versionId}`],
    ['Workflow', report.workflowId === nowhere ? undefined : report.workflowId],
    ['Tools', report.tools.map(({ name, version }) => `${name} ${version}`).join(', ') || undefined],
  ]
  return html`<footer>
    <h2>Provenance</h2>
    <dl class="facts">
      ${rows
        .filter(([, value]) => value !== undefined)
        .map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>
    ${
      report.results.some(
        ({ check, status }) =>
          check.endsWith('/flashes') && status !== 'not_applicable' && status !== 'errored',
      ) &&
      html`<p class="meta">
        Flash results are a pre-screen based on WCAG 2.3.1 and ITU-R BT.1702, not a certificate.
      </p>`
    }
  </footer>`
}
