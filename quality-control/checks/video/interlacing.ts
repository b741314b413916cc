import { defineCheck } from '../check'

export default defineCheck({
  title: 'Scan type is as expected',
  failureTitle: 'Scan type is not as expected',
  why:
    'Interlaced video shows combed edges on computers and phones, and a wrong flag makes players ' +
    'handle it incorrectly.',
  remedy:
    'Export again with the expected scan type. Deinterlace an interlaced source, and make sure the ' +
    'flag matches the content.',
  source: 'No standard: the delivery specification sets the scan type; the flag must match the content',
  needs: ['video'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'Expected scan type',
      format: 'string',
      choices: ['progressive', 'interlaced', 'any'],
      default: 'progressive',
    },
  },
  run: ({ video: { scan } }, { wanted }) => {
    const { flagged, content, fieldOrder } = scan
    const is = content === 'undetermined' ? flagged : content
    if (wanted !== 'any' && is !== 'unknown' && is !== wanted) {
      const order = fieldOrder === undefined ? '' : `, ${fieldOrder} field first`
      return [{ message: `The video is ${is}${order}; expected ${wanted}.`, measured: is, expected: wanted }]
    }
    if (content === 'undetermined' || flagged === 'unknown' || flagged === content) return []
    // Segmented frames (PsF) are how 25 progressive frames are delivered where interlaced is accepted.
    if (wanted === 'any' && content === 'progressive') return []
    const level = content === 'progressive' ? 'warn' : 'fail'
    return [
      {
        level,
        message: `The file is flagged as ${flagged}, but its content is ${content}.`,
        measured: content,
        expected: flagged,
      },
    ]
  },
})
