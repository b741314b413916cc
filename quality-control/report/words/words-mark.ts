import { createHash } from 'node:crypto'

import type { Check } from '../../checks/check'

/** 6 hex digits over the words of a check that are always the same. */
export function wordsMark({ title, failureTitle, why, remedy }: Check): string {
  const text = JSON.stringify([title, failureTitle, why, remedy])
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}
