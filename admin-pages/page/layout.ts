import { Html, html } from '../../quality-control/report/html'
import type { Notice, Session } from '../access/sessions'
import type { Area } from '../page-request'

export interface Layout {
  title: string
  body: Html
  /** Absent before the sign-in. */
  session?: Session
  /** A proxy signs people in and out. */
  isProxySignedIn?: boolean
  area?: Area
  notice?: Notice
  /** What of the newest configuration files is not in use. */
  problems?: readonly { source: string; message: string }[]
  stylesheetPath: string
  /** Absent: the page has no script. */
  scriptPath?: string
}

const areas: { area: Area; href: string; word: string }[] = [
  { area: 'runs', href: '/', word: 'Runs' },
  { area: 'incoming', href: '/incoming', word: 'Incoming' },
  { area: 'clients', href: '/clients', word: 'Clients' },
  { area: 'figures', href: '/figures', word: 'Figures' },
  { area: 'health', href: '/health', word: 'Health' },
]

/** The whole document. */
export function layout(page: Layout): string {
  const { title, body, session, notice, problems = [], stylesheetPath, scriptPath } = page
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – Asset QC</title>
        <link rel="stylesheet" href="${stylesheetPath}" />
        <link rel="icon" href="data:," />
        ${scriptPath !== undefined && html`<script src="${scriptPath}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        ${session && topBar(page, session)}
        <main id="content" tabindex="-1">
          ${notice && noticeBox(notice)} ${problems.map(problemBox)} ${body}
        </main>
      </body>
    </html> `.markup
}

function topBar({ area, isProxySignedIn }: Layout, { user, formToken }: Session): Html {
  const current = new Html(' aria-current="page"')
  return html`<header class="top">
    <div class="bar">
      <a class="name" href="/">Asset QC</a>
      <nav aria-label="Main">
        ${areas.map((one) => html`<a href="${one.href}" ${one.area === area && current}>${one.word}</a>`)}
      </nav>
      <form method="post" action="/sign-out">
        ${formTokenField(formToken)}<span>${user}</span>
        ${isProxySignedIn !== true && html`<button class="plain">Sign out</button>`}
      </form>
    </div>
  </header>`
}

/** Belongs into every form. */
export function formTokenField(formToken: string): Html {
  return html`<input type="hidden" name="form_token" value="${formToken}" />`
}

function noticeBox({ kind, text }: Notice): Html {
  const role = new Html(kind === 'problem' ? 'alert' : 'status')
  return html`<p class="notice ${kind}" role="${role}">${text}</p>`
}

function problemBox({ source, message }: { source: string; message: string }): Html {
  return html`<div class="notice problem">
    <p><b>A configuration file needs attention.</b> Uploads go on with the last good version.</p>
    <p class="message">${message.includes(source) ? message : `${source}: ${message}`}</p>
  </div>`
}
