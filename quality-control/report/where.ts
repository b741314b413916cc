import { timeText } from '../checks/span-text'
import type { Finding } from '../report'
import type { View } from './view'

/**
 * The message of a finding and its location: `page 2`, `00:00:10:05 to 00:00:11:00`. Each is told once: what
 * the message says already is left out of the location, except that times become timecodes.
 */
export function told(
  { message, at }: Pick<Finding, 'message' | 'at'>,
  { words, time }: View,
): { message: string; where?: string } {
  if (at === undefined) return { message }
  const { startSeconds, endSeconds, page } = at
  const parts: string[] = []
  if (page !== undefined && !new RegExp(`\\bpages? ${page}\\b`, 'i').test(message))
    parts.push(words.page(page))
  if (startSeconds === undefined) return { message, where: parts[0] }
  const [start, end] = [time(startSeconds), time(endSeconds ?? startSeconds)]
  parts.push(end === start ? words.at(start) : words.fromTo(start, end))
  const written = timeText(startSeconds)
  return { message: message.replace(` at ${written}`, '').replace(written, start), where: parts.join(', ') }
}
