import type { NoticeCause, NoticeFacts } from '../workflows/contract'
import type { Dependencies } from './asset/dependencies'
import type { Activity } from './worker/as-activity'

/** The cause of a notice as it is now; undefined when there is nothing to tell. */
export function createDescribeCause({
  notices,
}: Dependencies): Activity<[NoticeCause, string], NoticeFacts | undefined> {
  return (_, cause, since) => notices.facts(cause, since)
}
