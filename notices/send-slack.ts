import type { Notice, NoticeItem } from '../workflows/contract'
import { printable } from '../workflows/text'
import { moreItems } from './notice-text'
import { postJson } from './post-json'

/** Sends a notice to an incoming webhook of Slack, or of a chat that takes the same form. */
export async function sendSlack(address: string, notice: Notice, signal?: AbortSignal): Promise<void> {
  await postJson({ address, body: JSON.stringify({ text: slackText(notice) }) }, signal)
}

function slackText(notice: Notice): string {
  const { title, message, whatToDo, items } = notice
  return [
    `*${escaped(title)}*`,
    escaped(message),
    ...(whatToDo === undefined ? [] : [`*What to do:* ${escaped(whatToDo)}`]),
    ...items.map((item) => `• ${linked(item)}`),
    ...moreItems(notice),
  ].join('\n')
}

function linked({ name, url }: NoticeItem): string {
  // A bar would end the address.
  return url === undefined ? escaped(name) : `<${url.replaceAll('|', '%7C')}|${escaped(name)}>`
}

/** Slack reads three characters as markup; a name must not style the rest of its line either. */
function escaped(text: string): string {
  const plain = printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return plain.replace(/[*_~`]/g, '$&\u200b')
}
