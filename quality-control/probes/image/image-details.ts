import type { Word } from '../../facts/text'
import { runInChild } from '../child-pool/child-pool'
import type { Preview, ProbeInput } from '../probe-types'
import { wordsToEnlarge } from '../text/words-to-enlarge'
import type { DetailSource } from './cut-details'

/** The report's image of a smaller one shows every pixel. */
const minPixels = 900

/** Close-ups of the text, from the pixels of the file: a second decode, only where there is text. */
export async function imageDetails(
  { previewDir, signal, limits }: ProbeInput,
  source: DetailSource,
  words: readonly Word[],
): Promise<Omit<Preview, 'alt'>[]> {
  const areas = wordsToEnlarge(words).map(({ page: _, ...area }) => area)
  if (areas.length === 0 || Math.max(source.width, source.height) <= minPixels) return []
  const outcome = await runInChild('details', { ...source, previewDir, areas }, { signal, ...limits })
  if ('killedFor' in outcome) return []
  return outcome.answer.map((detail) => ({ ...detail, kind: 'detail' }))
}
