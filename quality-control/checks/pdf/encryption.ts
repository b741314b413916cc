import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF is not protected',
  failureTitle: 'PDF is protected',
  why: 'Anyone can view a protected PDF, but a print workflow cannot process it. PDF/X forbids protection.',
  remedy: 'Save the PDF without security settings.',
  source: 'ISO 15930 (PDF/X): no encryption',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { encryption } }) => {
    if (encryption === undefined) return []
    const { method, restrictions } = encryption
    const forbids = restrictions.length === 0 ? '' : ` and forbids: ${restrictions.join(', ')}`
    return [
      {
        message: `The PDF is encrypted${forbids}.`,
        measured: method,
        expected: 'no encryption',
      },
    ]
  },
})
