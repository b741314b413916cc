import type { DisclosureFacts } from '../../facts/file'
import type { CodeFacts } from '../../facts/text'
import type { CredentialsJob } from '../disclosure/read-credentials'
import type { ImageJob, ImageAnswer } from '../image/measure-image'

/**
 * The jobs of a warm child, by kind. Both sides are plain JSON: images travel as files, never through the
 * channel.
 */
export interface Jobs {
  image: { job: ImageJob; answer: ImageAnswer }
  codes: { job: { path: string; maxPixels: number }; answer: CodeFacts['codes'] }
  disclosure: { job: CredentialsJob; answer: DisclosureFacts | null }
  spelling: { job: { words: string[] }; answer: UnknownWord[] }
}
export type JobKind = keyof Jobs

/** A word that the dictionary does not know, by its index in the list, with suggestions. */
export interface UnknownWord {
  index: number
  suggestions: string[]
}

export interface Request<K extends JobKind = JobKind> {
  kind: K
  job: Jobs[K]['job']
}

export type Reply<K extends JobKind = JobKind> = { answer: Jobs[K]['answer'] } | { error: string }
