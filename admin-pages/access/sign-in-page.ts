import { type Html, html } from '../../quality-control/report/html'

/** The form that opens a session. `next` is the page that was asked for. */
export function signInPage({ next, problem }: { next: string; problem?: string }): Html {
  return html`<section class="sign-in">
    <h1>Sign in to Asset QC</h1>
    ${problem !== undefined && html`<p class="notice problem" role="alert">${problem}</p>`}
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value="${next}" />
      <div class="field">
        <label for="name">Name</label>
        <input id="name" name="name" autocomplete="username" autocapitalize="none" required autofocus />
      </div>
      <div class="field">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
      </div>
      <button class="main">Sign in</button>
    </form>
    <p class="hint">No user yet? An operator adds one with <code>admin-cli users add</code>.</p>
  </section>`
}

/** A path of these pages: an address of another site never follows a sign-in. */
export function ownPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) ? next : '/'
}
