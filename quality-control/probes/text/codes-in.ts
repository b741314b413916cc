import type { CodeFacts } from '../../facts/text'
import { runInChild } from '../child-pool/child-pool'
import type { ChildOptions } from '../child-pool/pooled-child'

/**
 * Codes (QR, Data Matrix, bar codes) in an image that we made, such as a page or a frame; each gets `page`
 * 1, which the caller corrects. Throws when the child ended without an answer.
 */
export async function codesIn(
  imagePath: string,
  maxPixels: number,
  options: ChildOptions,
): Promise<CodeFacts['codes']> {
  const outcome = await runInChild('codes', { path: imagePath, maxPixels }, options)
  if ('killedFor' in outcome) throw new Error(`looking for codes failed: ${outcome.message}`)
  return outcome.answer
}
