import type { CredentialFacts } from '../../facts/file'
import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Content Credentials are valid',
  failureTitle: 'Content Credentials are not valid',
  why:
    'Platforms and viewers show who signed a file and how it was made. A broken signature is shown as a ' +
    'warning, or the file loses its label.',
  remedy:
    'Export the file again from the application that signs it, and change nothing afterwards. Or remove ' +
    'the Content Credentials.',
  source: 'C2PA 2.1, 15 (validation); validated offline, so a revoked certificate is not noticed',
  needs: ['file'],
  severity: 'minor',
  settings: {
    mustBePresent: { doc: 'The file must have Content Credentials', format: 'boolean', default: false },
    mustBeTrusted: {
      doc: 'The signer must be on the trust list (`QC_C2PA_TRUST_FILE`)',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ file: { disclosure } }, { mustBePresent, mustBeTrusted }) => {
    const credentials = disclosure?.credentials
    if (disclosure?.hasContentCredentials !== true || credentials === undefined)
      return mustBePresent
        ? [{ message: 'The file has no Content Credentials.', expected: 'Content Credentials' }]
        : notApplicable('The file has no Content Credentials.')
    const { state, problem = '' } = credentials
    if (state === 'invalid')
      return [{ message: problem, measured: signedBy(credentials), expected: 'a valid signature' }]
    if (state === 'not_validated')
      return mustBePresent || mustBeTrusted
        ? [{ level: 'warn', message: `The Content Credentials could not be validated. ${problem}` }]
        : notApplicable(`The Content Credentials could not be validated. ${problem}`)
    if (!mustBeTrusted || state === 'trusted') return []
    const message = 'The signer of the Content Credentials is not on the trust list.'
    return [{ message, measured: signedBy(credentials), expected: 'a trusted signer' }]
  },
})

function signedBy({ signer = 'an unknown signer' }: CredentialFacts): string {
  return `signed by ${signer}`
}
