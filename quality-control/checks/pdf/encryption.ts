import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF is not protected',
  failureTitle: 'The PDF is protected against use',
  why: 'A protected PDF can be looked at, but a print workflow refuses to process it. PDF/X forbids it.',
  remedy: 'Save the PDF without security settings.',
  source: 'ISO 15930 (PDF/X): no encryption',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { encryption } }) => {
    if (encryption === undefined) return []
    const { method, restrictions } = encryption
    const forbids = restrictions.length === 0 ? 'nothing in particular' : restrictions.join(', ')
    return [
      {
        message: `The PDF is encrypted and forbids: ${forbids}.`,
        measured: method,
        expected: 'no encryption',
      },
    ]
  },
})
