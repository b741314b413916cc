import { type Html, html } from '../../quality-control/report/html'
import { oidcPath } from '../../config/oidc-settings'

interface SignInPage {
  /** The page that was asked for. */
  next: string
  ways: {
    /** Name of the provider that signs people in. */
    provider?: string
    isPasswordOffered: boolean
  }
  problem?: string
  /** As it was typed before the problem. */
  name?: string
  /** Where a person who has signed out here can do so at the provider, too. */
  signOutAddress?: string
}

/** What opens a session: a link to the provider, the form for name and password, or both. */
export function signInPage({ next, ways, problem, name = '', signOutAddress }: SignInPage): Html {
  const { provider, isPasswordOffered } = ways
  const form = isPasswordOffered && passwordForm(next, name, provider === undefined || problem !== undefined)
  return html`<section class="sign-in">
    <h1>Sign in to Asset QC</h1>
    ${problem !== undefined && html`<p class="notice problem" role="alert">${problem}</p>`}
    ${signOutAddress !== undefined && provider !== undefined && signedOut(provider, signOutAddress)}
    ${provider !== undefined && providerLink(next, provider)}
    ${
      provider === undefined
        ? html`${form}
          <p class="hint">No user yet? An operator adds one with <code>admin-cli users add</code>.</p>`
        : form && otherWay(form, problem !== undefined)
    }
  </section>`
}

/** A link: a form that leads to another site would break the content policy. */
function providerLink(next: string, provider: string): Html {
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  return html`<p><a class="button main" href="${oidcPath}${query}">Sign in with ${provider}</a></p>`
}

function signedOut(provider: string, address: string): Html {
  return html`<p class="notice done" role="status">
    You are signed out here. <a href="${address}">Sign out of ${provider}, too</a>
  </p>`
}

function otherWay(form: Html, isOpen: boolean): Html {
  return html`<details ${isOpen && html`open`}>
    <summary>Sign in with a name and a password</summary>
    ${form}
  </details>`
}

function passwordForm(next: string, name: string, isFocused: boolean): Html {
  return html`<form method="post" action="/sign-in">
    <input type="hidden" name="next" value="${next}" />
    <div class="field">
      <label for="name">Name</label>
      <input
        id="name"
        name="name"
        value="${name.slice(0, 200)}"
        autocomplete="username"
        autocapitalize="none"
        required
        ${isFocused && name === '' && html`autofocus`}
      />
    </div>
    <div class="field">
      <label for="password">Password</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        required
        ${isFocused && name !== '' && html`autofocus`}
      />
    </div>
    <button class="main">Sign in</button>
  </form>`
}

/** A path of these pages: an address of another site never follows a sign-in. */
export function ownPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/'
}
