import { defineCheck } from '../check'

export default defineCheck({
  title: 'The scan is as wanted, and as the file says',
  failureTitle: 'The scan is not as wanted, or not as the file says',
  why: 'Interlaced pictures show combed edges on screens and phones, and a wrong flag makes every player treat them wrongly.',
  remedy:
    'Export again as asked for; deinterlace with care when the source is interlaced, and let the flag say what the pictures are.',
  needs: ['video'],
  severity: 'major',
  settings: {
    wanted: {
      doc: 'How the pictures must be',
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
      return [{ message: `The pictures are ${is}${order}.`, measured: is, expected: wanted }]
    }
    if (content === 'undetermined' || flagged === 'unknown' || flagged === content) return []
    // Progressive pictures in an interlaced stream are common in broadcast, and harmless.
    const level = content === 'progressive' ? 'warn' : 'fail'
    return [
      {
        level,
        message: `The file says ${flagged}, but its pictures are ${content}.`,
        measured: content,
        expected: flagged,
      },
    ]
  },
})
