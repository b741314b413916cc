import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF has no form fields',
  failureTitle: 'PDF has form fields',
  why: 'Form fields look different in every viewer and do not belong in artwork.',
  remedy: 'Flatten the form, or export without interactive elements.',
  source: 'ISO 32000-1, 12.7, and 12.7.8 (XFA, removed from PDF 2.0); ISO 15930-7 (PDF/X-4)',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { formFieldCount, hasXfa } }) => [
    ...(hasXfa ? [xfa] : []),
    ...(formFieldCount === 0
      ? []
      : [
          {
            message: `The PDF has ${formFieldCount} form ${formFieldCount === 1 ? 'field' : 'fields'}.`,
            measured: String(formFieldCount),
            expected: 'none',
          },
        ]),
  ],
})

const xfa = {
  message: 'The PDF has an XFA form: most programs show other pages than its author saw, or none.',
  measured: 'XFA',
  expected: 'none',
}
