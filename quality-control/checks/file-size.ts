import { sizeText } from '../size-text'

/** The finding on a file that is larger than allowed; undefined when it fits. */
export function tooLarge(
  sizeBytes: number,
  maxBytes: number,
): { message: string; measured: string; expected: string } | undefined {
  if (sizeBytes <= maxBytes) return undefined
  const measured = sizeText(sizeBytes)
  const expected = `at most ${sizeText(maxBytes)}`
  return { message: `The file has ${measured}; expected ${expected}.`, measured, expected }
}
