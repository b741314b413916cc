import { html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { clientNamed, clientPath } from './client-named'

/** One client: its settings, and its recent runs. */
export function clientPage(deps: PagesDeps): Handler {
  return ({ params }) => {
    const client = clientNamed(deps, params.client)
    const { profileId, from } = deps.config.defaults.effective(client)
    const profile = deps.config.profiles().get(profileId ?? '')
    const body = html`<div class="head">
        <h1>${client.displayName}</h1>
        <p class="actions">
          <a class="button" href="${clientPath(client)}/settings">⚙ Settings</a>
          <a class="button" href="/?client=${encodeURIComponent(client.id)}">Runs</a>
          <a class="button" href="/incoming?client=${encodeURIComponent(client.id)}">Incoming</a>
        </p>
      </div>
      <section>
        <dl class="facts">
          <div>
            <dt>Default profile</dt>
            <dd>${profile?.title ?? profileId ?? 'none'}${from === 'override' && ' (override)'}</dd>
          </div>
          <div>
            <dt>Id</dt>
            <dd>${client.id}</dd>
          </div>
          <div>
            <dt>Description</dt>
            <dd>${client.description || '–'}</dd>
          </div>
          <div>
            <dt>Mode</dt>
            <dd>${client.mode === 'shadow' ? 'shadow: reports, and no moves' : 'active'}</dd>
          </div>
        </dl>
      </section>`
    return { title: client.displayName, area: 'clients', body }
  }
}
