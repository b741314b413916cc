import { type Html, html } from './html'

/** A link to another page, when the address is one of the web or of mail; else its text. */
export function link(address: string, text: string): Html {
  return /^(?:https?:\/\/|mailto:)\S+$/.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer">${text}</a>`
    : html`${text}`
}
