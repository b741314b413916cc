import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF has no form fields',
  failureTitle: 'PDF has form fields',
  why: 'Form fields look different in every viewer and do not belong in artwork.',
  remedy: 'Flatten the form, or export without interactive elements.',
  source: 'ISO 32000-1, 12.7; ISO 15930-7 (PDF/X-4) forbids form fields inside the bleed box',
  needs: ['pdf'],
  severity: 'minor',
  settings: {},
  run: ({ pdf: { formFieldCount } }) =>
    formFieldCount === 0
      ? []
      : [
          {
            message: `The PDF has ${formFieldCount} form ${formFieldCount === 1 ? 'field' : 'fields'}.`,
            measured: String(formFieldCount),
            expected: 'none',
          },
        ],
})
