import type { Word } from '../../facts/text'
import { runInChild } from '../child-pool/child-pool'
import type { ChildOptions } from '../child-pool/pooled-child'

/** OCR misreads a word below this confidence more often than its author misspells it. */
const minConfidence = 70
/** From this share of unknown words the text counts as another language. */
const foreignShare = 0.4
const minWords = 8

/**
 * Adds `suggestions` to each word that the English dictionary does not know. Skips addresses, numbers, words
 * in capitals or with inner capitals, words of one or two letters, and words of low OCR confidence. A text
 * in another language gets no marks.
 */
export async function markSpelling(
  words: Word[],
  options: ChildOptions,
): Promise<{ words: Word[]; isEnglish?: boolean }> {
  const candidates = words.flatMap((word) => {
    const plain = plainWord(word)
    return plain === undefined ? [] : [{ word, plain }]
  })
  if (candidates.length === 0) return { words }
  const outcome = await runInChild('spelling', { words: candidates.map(({ plain }) => plain) }, options)
  if ('killedFor' in outcome) throw new Error(`checking the spelling failed: ${outcome.message}`)
  const isEnglish = candidates.length < minWords || outcome.answer.length / candidates.length < foreignShare
  if (!isEnglish) return { words, isEnglish }
  const marks = new Map(
    outcome.answer.map(({ index, suggestions }) => [candidates[index]?.word, suggestions]),
  )
  return {
    words: words.map((word) => (marks.has(word) ? { ...word, suggestions: marks.get(word) } : word)),
    isEnglish,
  }
}

/** The word without surrounding punctuation, or undefined when spelling does not apply to it. */
function plainWord({ text, confidence }: Word): string | undefined {
  if (confidence < minConfidence || /[\d@/\\_.:#&+*=<>|~]\S/u.test(text)) return undefined
  const plain = text.replaceAll('’', "'").replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const isWord = /^\p{Lu}?\p{Ll}+(?:['-]\p{Ll}+)*$/u.test(plain)
  return isWord && plain.length >= 3 && !/[-\u00ad]$/u.test(text) ? plain : undefined
}
