import type { Client } from '../../config/parse-client'
import { type Html, html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { clientPath } from './client-named'

/** The client picker. */
export function clientList({ config }: PagesDeps): Handler {
  return () => {
    const clients = [...config.clients().values()]
    const cards = html`<ul class="cards">
      ${clients.map((client) => card(client, config))}
    </ul>`
    const none = html`<section>
      <p>There is no client yet. <code>admin-cli onboard</code> adds one.</p>
    </section>`
    const body = html`<h1>Clients</h1>
      ${clients.length > 0 ? cards : none}`
    return { title: 'Clients', area: 'clients', body }
  }
}

function card(client: Client, { defaults, profiles }: PagesDeps['config']): Html {
  const { displayName, description, incomingFolders, mode } = client
  const { profileId, from } = defaults.effective(client)
  const path = clientPath(client)
  return html`<li class="card">
    <h2><a href="${path}">${displayName}</a></h2>
    ${description !== '' && html`<p>${description}</p>`}
    <p class="meta">
      ${
        incomingFolders.length === 0
          ? 'No INCOMING folder: uploads are not processed.'
          : html`Default profile:
        <b>${titleOf(profiles(), profileId)}</b>${from === 'override' && ' (override)'}`
      }
    </p>
    ${mode === 'shadow' && html`<p class="meta">Shadow mode: reports, and no moves.</p>`}
    <p class="actions">
      <a class="button" href="${path}/settings">⚙ Settings<span
        class="hidden"> of ${displayName}</span></a></p>
  </li>`
}

function titleOf(profiles: ReadonlyMap<string, { title: string }>, id: string | undefined): string {
  return id === undefined ? 'none' : (profiles.get(id)?.title ?? id)
}
