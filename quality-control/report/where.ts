import { timeText } from '../checks/span-text'
import { Html } from './html'
import type { NumberedFinding } from './numbered-checks'
import type { View } from './view'

/**
 * The message of a finding and its location: `page 2`, `00:00:10:05 to 00:00:11:00`. Each is told once: what
 * the message says already is left out of the location, except that times become timecodes.
 */
export function told(
  { message, at, check }: Pick<NumberedFinding, 'message' | 'at' | 'check'>,
  { words, time, say }: View,
): { message: Html; where?: string } {
  const said = say({ check }, message)
  if (at === undefined) return { message: said }
  const { startSeconds, endSeconds, page } = at
  const parts: string[] = []
  if (page !== undefined && !new RegExp(`\\bpages? ${page}\\b`, 'i').test(message))
    parts.push(words.page(page))
  if (startSeconds === undefined) return { message: said, where: parts[0] }
  const [start, end] = [time(startSeconds), time(endSeconds ?? startSeconds)]
  parts.push(end === start ? words.at(start) : words.fromTo(start, end))
  const written = timeText(startSeconds)
  const [english, own] = [` at ${written}`, ` ${words.at(written)}`]
  const markup = said.markup.replace(english, '').replace(own, '').replace(written, start)
  return { message: new Html(markup), where: parts.join(', ') }
}
