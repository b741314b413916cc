import { defineCheck } from '../check'

export default defineCheck({
  title: 'File size is within the limits',
  failureTitle: 'File is too large or too small',
  why:
    'Ad servers reject large files, and they load slowly. A file of a few bytes is usually a failed ' +
    'export.',
  remedy:
    'Export with stronger compression or smaller dimensions. If the file is too small, export it ' + 'again.',
  source:
    'No standard: the ad server or the client sets the maximum; no usable asset is smaller than 100 ' +
    'bytes',
  needs: ['file'],
  severity: 'major',
  settings: {
    maxBytes: { doc: 'Maximum size; 0 sets no limit', format: 'nat', unit: 'bytes', default: 0 },
    minBytes: { doc: 'Minimum size', format: 'nat', unit: 'bytes', default: 100 },
  },
  run: ({ file: { sizeBytes } }, { maxBytes, minBytes }) => {
    const measured = weight(sizeBytes)
    if (maxBytes > 0 && sizeBytes > maxBytes) {
      const expected = `at most ${weight(maxBytes)}`
      return [{ message: `The file has ${measured}; expected ${expected}.`, measured, expected }]
    }
    if (sizeBytes >= minBytes) return []
    const expected = `at least ${weight(minBytes)}`
    return [{ message: `The file has only ${measured}; expected ${expected}.`, measured, expected }]
  },
})

/** Decimal units, as ad servers state their limits; enough digits to tell 150.1 kB from 150 kB. */
function weight(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${Math.round(value * 100) / 100} ${unit}`
}
