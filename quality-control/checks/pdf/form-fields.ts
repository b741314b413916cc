import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF has no form fields',
  failureTitle: 'The PDF has form fields',
  why: 'Fields to fill in look different in every reader and are not meant for artwork.',
  remedy: 'Flatten the form, or export without interactive elements.',
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
