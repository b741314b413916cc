import type { StoredWaiver } from '../../config/read-waivers'
import { isInForce, type WaiverChange } from '../../config/waivers'
import { type Html, html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import { formTokenField } from '../page/layout'
import { moment } from '../page/words'
import type { Handler } from '../page-request'
import { runPath } from '../runs/run-words'
import { clientNamed, clientPath } from '../settings/client-named'
import { settingsTabs } from '../settings/settings-tabs'

/** What people have accepted for a client, with "Remove", and who did what. */
export function waiversTab(deps: PagesDeps): Handler {
  return ({ params, session }) => {
    const client = clientNamed(deps, params.client)
    const { waivers } = deps.config
    const all = waivers.problem() === undefined ? waivers.list(client.id) : []
    const row = waiverRow(`${clientPath(client)}/settings/waivers/remove`, session.formToken, deps.now())
    const body = html`${settingsTabs(client, 'waivers')}
      <section>
        <h2>Accepted findings</h2>
        ${
          all.length === 0
            ? html`<p>No finding is accepted. To accept one, open its run.</p>`
            : html`<table class="stacked">
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">Reason</th>
                    <th scope="col">Accepted by</th>
                    <th scope="col"><span class="hidden">Remove</span></th>
                  </tr>
                </thead>
                <tbody>
                  ${[...all].reverse().map(row)}
                </tbody>
              </table>`
        }
      </section>
      ${history(waivers.history(client.id))}`
    return { title: `Accepted findings of ${client.displayName}`, area: 'clients', body }
  }
}

function waiverRow(action: string, formToken: string, now: Date): (waiver: StoredWaiver) => Html {
  return (waiver) => html`<tr>
    <th scope="row">
      ${waiver.message ?? waiver.check}
      <div class="meta">${waiver.check}, ${place(waiver)}</div>
      ${waiver.containing !== undefined && html`<div class="meta">with “${waiver.containing}”</div>`}
    </th>
    <td data-label="Reason">${waiver.reason}</td>
    <td data-label="Accepted by">
      ${waiver.by}
      <div class="meta">${moment(waiver.at)}${until(waiver, now)}</div>
    </td>
    <td>
      <form method="post" action="${action}">
        ${formTokenField(formToken)}<input type="hidden" name="waiver" value="${waiver.id}" />
        <button aria-label="Remove ${waiver.id}">Remove</button>
      </form>
    </td>
  </tr>`
}

function place(waiver: StoredWaiver): Html {
  if ('profileId' in waiver) return html`every upload with ${waiver.profileId}`
  const { clientId, fileId, versionId } = waiver
  const run = runPath({ workflowId: `qc/${clientId}/${fileId}/${versionId}` })
  return html`<a href="${run}">one version of a file</a>`
}

function until(waiver: StoredWaiver, now: Date): string {
  if (waiver.until === undefined) return ''
  return isInForce(waiver, now) ? `, until ${waiver.until}` : `, expired on ${waiver.until}`
}

function history(changes: WaiverChange[]): Html | undefined {
  if (changes.length === 0) return undefined
  return html`<section>
    <h2>History</h2>
    <ul class="list">
      ${[...changes]
        .reverse()
        .map(
          ({ when, who, change, waiver }) =>
            html`<li>${moment(when)}: ${who} ${change} ${waiver.id} (${waiver.check}): ${waiver.reason}</li>`,
        )}
    </ul>
  </section>`
}
