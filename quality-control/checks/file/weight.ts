import { defineCheck } from '../check'

export default defineCheck({
  title: 'The file has an accepted weight',
  failureTitle: 'The file is too heavy or too light',
  why: 'Ad servers refuse heavy files, and heavy pictures load slowly. A file of a few bytes is usually a failed export.',
  remedy:
    'Export with stronger compression or smaller dimensions; if the file is too light, export it again.',
  needs: ['file'],
  severity: 'major',
  settings: {
    maxBytes: { doc: 'Heavier files fail; 0 sets no limit', format: 'nat', unit: 'bytes', default: 0 },
    minBytes: { doc: 'Lighter files fail', format: 'nat', unit: 'bytes', default: 100 },
  },
  run: ({ file: { sizeBytes } }, { maxBytes, minBytes }) => {
    const measured = weight(sizeBytes)
    if (maxBytes > 0 && sizeBytes > maxBytes) {
      const expected = `at most ${weight(maxBytes)}`
      return [{ message: `The file weighs ${measured}; wanted: ${expected}.`, measured, expected }]
    }
    if (sizeBytes >= minBytes) return []
    const expected = `at least ${weight(minBytes)}`
    return [{ message: `The file weighs only ${measured}; wanted: ${expected}.`, measured, expected }]
  },
})

/** Decimal units, as ad servers state their limits; enough digits to tell 150.1 kB from 150 kB. */
function weight(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${Math.round(value * 100) / 100} ${unit}`
}
