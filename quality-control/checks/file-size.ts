/** `12 bytes`, `150.1 kB`, `2.5 GB`: decimal units, as Box and ad servers state them. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length)
  return `${Math.round((bytes / 1000 ** power) * 100) / 100} ${units[power - 1] ?? ''}`
}

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
