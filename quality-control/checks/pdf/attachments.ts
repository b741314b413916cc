import { defineCheck } from '../check'

export default defineCheck({
  title: 'The PDF carries no other files',
  failureTitle: 'The PDF carries other files inside',
  why: 'Attached files travel unseen: they may hold what was never meant to leave the house.',
  remedy:
    'Remove the attachments and save the PDF again. Content Credentials may stay: they are known and pass.',
  source: 'C2PA 2.1, annex A.4 (Content Credentials in PDF)',
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
