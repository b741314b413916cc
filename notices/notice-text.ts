import type { Notice } from '../workflows/contract'
import { printable } from '../workflows/text'

/** A notice as an e-mail says it. */
export function plainText(notice: Notice): string {
  const { title, message, whatToDo, items } = notice
  const names = items.map(({ name, url }) => `- ${printable(name)}${url === undefined ? '' : `\n  ${url}`}`)
  const paragraphs = [
    printable(title),
    printable(message),
    whatToDo === undefined ? '' : `What to do: ${printable(whatToDo)}`,
    [...names, ...moreItems(notice)].join('\n'),
  ]
  return `${paragraphs.filter((one) => one !== '').join('\n\n')}\n`
}

/** A line about those that the notice does not name; none when it names all. */
export function moreItems({ count, items }: Notice): string[] {
  const more = count - items.length
  return items.length > 0 && more > 0 ? [`and ${more} more`] : []
}
