import { createHash } from 'node:crypto'

import type { Finding } from './report'

/** A report that is too large for its payload cuts long messages behind this. */
const messageLength = 150

/**
 * 12 hex digits that name a finding of a file version: its check, message and location. When a newer tool
 * measures something else, the key differs, and a person has to accept the finding again.
 */
export function findingKey(check: string, { message, at }: Pick<Finding, 'message' | 'at'>): string {
  const { page, startSeconds, endSeconds, box } = at ?? {}
  const location = [page, startSeconds, endSeconds, box?.x, box?.y, box?.width, box?.height]
  const text = JSON.stringify([check, message.slice(0, messageLength), ...location])
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
