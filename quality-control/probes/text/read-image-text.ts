import type { CodeFacts } from '../../facts/text'
import { analyse } from '../child-pool/child-pool'
import type { AnalyseOptions } from '../child-pool/pooled-child'

export { markSpelling } from './mark-spelling'
export { ocr } from './ocr'

/**
 * Codes (QR, Data Matrix, bar codes) in a picture of our own making, such as a page or a frame; each gets
 * `page` 1, for the caller to correct. Throws when the analyser died over it.
 */
export async function codesIn(
  imagePath: string,
  maxPixels: number,
  options: AnalyseOptions,
): Promise<CodeFacts['codes']> {
  const outcome = await analyse('codes', { path: imagePath, maxPixels }, options)
  if ('killedFor' in outcome) throw new Error(`looking for codes failed: ${outcome.message}`)
  return outcome.answer
}
