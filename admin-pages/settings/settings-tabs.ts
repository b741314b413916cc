import type { Client } from '../../config/parse-client'
import { Html, html } from '../../quality-control/report/html'
import { clientPath } from './client-named'

const tabs = [
  { tab: 'default', path: '/settings', word: 'Default Profile' },
  { tab: 'folders', path: '/settings/folders', word: 'Folders' },
  { tab: 'waivers', path: '/settings/waivers', word: 'Accepted findings' },
] as const

/** Heading and tabs of a client's settings. */
export function settingsTabs(client: Client, current: (typeof tabs)[number]['tab']): Html {
  const mark = new Html(' aria-current="page"')
  return html`<h1>⚙ Settings of <a href="${clientPath(client)}">${client.displayName}</a></h1>
    <nav class="tabs" aria-label="Settings">
      ${tabs.map(
        ({ tab, path, word }) =>
          html`<a href="${clientPath(client)}${path}" ${tab === current && mark}>${word}</a>`,
      )}
    </nav>`
}
