import { defineCheck } from '../check'
import { sizeText } from '../../size-text'
import { tooLarge } from '../file-size'

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
    const tooMuch = maxBytes === 0 ? undefined : tooLarge(sizeBytes, maxBytes)
    if (tooMuch !== undefined) return [tooMuch]
    if (sizeBytes >= minBytes) return []
    const measured = sizeText(sizeBytes)
    const expected = `at least ${sizeText(minBytes)}`
    return [{ message: `The file has only ${measured}; expected ${expected}.`, measured, expected }]
  },
})
