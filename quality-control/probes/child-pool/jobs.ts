import type { CodeFacts } from '../../facts/text'
import type { PictureJob, PictureAnswer } from '../image/analyse-image'

/**
 * What a warm analyser can be asked for, by kind. Both sides are plain JSON: pictures travel as files, never
 * through the channel.
 */
export interface Jobs {
  picture: { job: PictureJob; answer: PictureAnswer }
  codes: { job: { path: string; maxPixels: number }; answer: CodeFacts['codes'] }
  spelling: { job: { words: string[] }; answer: UnknownWord[] }
}
export type JobKind = keyof Jobs

/** A word that the dictionary does not know, by its place in the list, with what it may have meant. */
export interface UnknownWord {
  index: number
  suggestions: string[]
}

export interface Request<K extends JobKind = JobKind> {
  kind: K
  job: Jobs[K]['job']
}

export type Reply<K extends JobKind = JobKind> = { answer: Jobs[K]['answer'] } | { error: string }
