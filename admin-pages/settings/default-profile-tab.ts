import { ChangedMeanwhile, type DefaultChange, type EffectiveDefault } from '../../config/client-defaults'
import { ConfigError } from '../../config/config-error'
import type { Client } from '../../config/parse-client'
import type { Profile } from '../../quality-control/profile'
import { Html, html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { formTokenField } from '../page/layout'
import { age, moment } from '../page/words'
import { clientNamed, clientPath } from './client-named'
import { settingsTabs } from './settings-tabs'
import { unsharedDefaults } from './unshared-defaults'

/** The tab Default Profile: the profiles to choose from, the revert, and the history of changes. */
export function defaultProfileTab(deps: PagesDeps): Handler {
  return async ({ params, session }) => {
    const client = clientNamed(deps, params.client)
    const warning = await unsharedDefaults(client, deps)
    const body = tabBody(client, deps, { formToken: session.formToken, warning })
    return { title: `Settings of ${client.displayName}`, area: 'clients', body }
  }
}

/** "Set as default" and "Revert to static default". */
export function changeDefault(deps: PagesDeps): Handler {
  return async ({ params, form, session }) => {
    const client = clientNamed(deps, params.client)
    const path = `${clientPath(client)}/settings`
    try {
      const text = await apply(client, form, session.user, deps)
      deps.logger.info({ clientId: client.id, user: session.user }, `pages: ${text}`)
      return { redirectTo: path, notice: { kind: 'done', text } }
    } catch (error) {
      const problem = problemOf(error, deps)
      const chosen = form.get('profile') ?? undefined
      const body = tabBody(client, deps, { formToken: session.formToken, chosen, problem })
      return { title: `Settings of ${client.displayName}`, area: 'clients', body, status: 409 }
    }
  }
}

async function apply(
  client: Client,
  form: URLSearchParams,
  user: string,
  { config }: PagesDeps,
): Promise<string> {
  const seen = form.get('seen') || null
  const titleOf = (id: string | undefined) => nameOf(config.profiles(), id)
  if (form.get('action') === 'revert') {
    await config.defaults.revert(client, user, seen)
    return `${client.displayName} is back on its static default, ${titleOf(client.defaultProfile)}.`
  }
  const profileId = form.get('profile')
  if (profileId === null) throw new PageProblem(400, 'No profile', 'Choose a profile first.')
  await config.defaults.set(client, profileId, user, seen)
  return (
    `${titleOf(profileId)} is now the default profile of ` +
    `${client.displayName}, starting with the next upload.`
  )
}

/** What the person reads above the form; an error of another kind has a page of its own. */
function problemOf(error: unknown, { config }: PagesDeps): string {
  if (error instanceof ChangedMeanwhile) {
    const now = error.current === null ? 'the static default' : nameOf(config.profiles(), error.current)
    return (
      `Nothing was changed: somebody else changed this ` +
      `setting after you opened the page. It is ${now} now, ` +
      'and the history below says who did it. Choose again if you still want to change it.'
    )
  }
  if (error instanceof ConfigError) return `Nothing was changed: ${error.message}`
  if (error instanceof PageProblem) return error.message
  throw error
}

interface FormState {
  formToken: string
  chosen?: string
  problem?: string
  warning?: Html
}

function tabBody(client: Client, { config, now }: PagesDeps, state: FormState): Html {
  const { defaults } = config
  const effective = defaults.effective(client)
  const { problem, warning } = state
  return html`${settingsTabs(client, 'default')}
    ${problem !== undefined && html`<p class="notice problem" role="alert">${problem}</p>`} ${warning}
    ${
      effective.problem !== undefined &&
      html`<p class="notice problem">
      The override is not used, uploads get the static default. ${effective.problem}
    </p>`
    }
    ${
      client.defaultProfile === undefined
        ? html`<section>
          <p>This client has no INCOMING folder, so its uploads are not processed and it has no default.</p>
        </section>`
        : choices(client, config, effective, state)
    }
    ${history(defaults.history(client.id), config.profiles(), now())}`
}

function choices(
  client: Client,
  { profiles, defaults }: PagesDeps['config'],
  effective: EffectiveDefault,
  { formToken, chosen = effective.profileId }: FormState,
): Html {
  const seen = storedOverride(client, defaults)
  const hidden = html`${formTokenField(formToken)}<input type="hidden" name="seen" value="${seen ?? ''}" />`
  return html`<section>
    <form method="post">
      ${hidden}
      <fieldset>
        <legend>Which profile checks the uploads of ${client.displayName}?</legend>
        ${client.profiles.map((id) => choice(id, profiles().get(id), { client, effective, chosen }))}
      </fieldset>
      <div class="actions">
        <button class="main" name="action" value="set">Set as default</button>
        ${seen !== null && html`<button name="action" value="revert">Revert to static default</button>`}
      </div>
      <p class="hint">
        ${
          seen === null
            ? 'The static default of clients.yaml is in use.'
            : `An override is in use. The static default is ${nameOf(profiles(), client.defaultProfile)}.`
        }
        A change takes effect with the next upload; runs that have started keep their profile.
      </p>
    </form>
  </section>`
}

function choice(
  id: string,
  profile: Profile | undefined,
  { client, effective, chosen }: { client: Client; effective: EffectiveDefault; chosen: string | undefined },
): Html {
  const checked = new Html(' checked')
  const disabled = new Html(' disabled')
  return html`<label class="choice">
    <input
      type="radio"
      name="profile"
      value="${id}"
      required
      ${id === chosen && checked}
      ${profile === undefined && disabled}
    />
    <span
      ><b>${profile?.title ?? id}</b> <span class="id">${id}</span>
      ${id === effective.profileId && html`<span class="pill ok">in use</span>`}
      ${id === client.defaultProfile && html`<span class="pill">static default</span>`}
      ${
        profile === undefined
          ? html`<br /><span class="meta">This profile no longer exists.</span>`
          : html`<br /><span class="meta">${profile.description}</span> <br /><a
              href="/profiles/${encodeURIComponent(id)}"
              >${profile.checks.length} checks of ${profile.title}</a
            >`
      }
    </span>
  </label>`
}

function history(changes: DefaultChange[], profiles: ReadonlyMap<string, Profile>, now: Date): Html {
  if (changes.length === 0)
    return html`<section>
      <h2>History</h2>
      <p class="meta">The default profile was never changed here.</p>
    </section>`
  const named = (id: string | null) => (id === null ? 'static default' : nameOf(profiles, id))
  return html`<section>
    <h2>History</h2>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        ${[...changes].reverse().map(
          ({ when, who, from, to }) =>
            html`<tr>
              <td data-label="When">
        <time datetime="${when}" title="${moment(when)}">${age(when, now)}</time></td>
              <td data-label="Who">${who}</td>
              <td data-label="From">${named(from)}</td>
              <td data-label="To">${named(to)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

/** A broken file has a notice of its own; any change is then refused. */
function storedOverride({ id }: Client, defaults: PagesDeps['config']['defaults']): string | null {
  try {
    return defaults.stored(id)
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}

function nameOf(profiles: ReadonlyMap<string, Profile>, id: string | undefined): string {
  return id === undefined ? 'none' : (profiles.get(id)?.title ?? id)
}
