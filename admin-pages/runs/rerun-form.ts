import type { RunSummary } from '../../runs/find-run'
import { type Html, html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import { formTokenField } from '../page/layout'

/** The form "Run again with another profile"; undefined while the run is open, or without its client. */
export function rerunForm(
  { workflowId, client, closedAt }: RunSummary,
  formToken: string,
  { config }: PagesDeps,
): Html | undefined {
  const profiles = config.clients().get(client)?.profiles
  if (closedAt === undefined || profiles === undefined) return undefined
  return html`<section>
    <h2>Run again</h2>
    <form method="post" action="/run/again">
      ${formTokenField(formToken)}<input type="hidden" name="id" value="${workflowId}" />
      <div class="field">
        <label for="profile">Profile</label>
        <select id="profile" name="profile">
          ${profiles.map(
            (id) => html`<option value="${id}">
            ${config.profiles().get(id)?.title ?? id}</option>`,
          )}
        </select>
      </div>
      <button>Run again with this profile</button>
      <p class="hint">
        The current version of the file is checked. The new report is filed beside the old one.
      </p>
    </form>
  </section>`
}
