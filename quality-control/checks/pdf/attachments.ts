import { defineCheck } from '../check'

export default defineCheck({
  title: 'PDF has no attached files',
  failureTitle: 'PDF has attached files',
  why: 'Attached files are easy to overlook and may contain confidential material.',
  remedy:
    'Remove the attachments and save the PDF again. Content Credentials may stay: they are recognised ' +
    'and pass.',
  source: 'ISO 32000-1, 7.11.4 (embedded files); C2PA 2.1, annex A.4 (Content Credentials in PDF)',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { attachments } }) =>
    attachments
      .filter(({ isContentCredentials }) => !isContentCredentials)
      .map(({ name }) => ({
        message: `A file is attached: ${name}.`,
        measured: name,
        expected: 'no attachments',
      })),
})
