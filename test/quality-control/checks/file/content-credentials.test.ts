import type { CredentialFacts } from '../../../../quality-control/facts/file'
import { describeCheck } from '../../../support/check-table'
import { fileFacts } from '../../../support/facts'

const facts = (credentials?: Partial<CredentialFacts>) => ({
  file: fileFacts(
    credentials && {
      disclosure: {
        ...{ hasContentCredentials: true, digitalSourceTypes: [] },
        credentials: { state: 'valid', actions: [], ingredientCount: 0, signer: 'Acme', ...credentials },
      },
    },
  ),
})
const mustBeTrusted = true

describeCheck('file/content-credentials', [
  { name: 'a file without', facts: facts(), is: 'not_applicable' },
  {
    name: 'a file without, where they are wanted',
    facts: facts(),
    settings: { mustBePresent: true },
    is: 'fail',
  },
  { name: 'valid ones', facts: facts({}), is: 'pass' },
  {
    name: 'valid ones of an unknown signer',
    facts: facts({}),
    settings: { mustBeTrusted },
    is: 'fail',
    saying: 'trust list',
  },
  {
    name: 'those of a trusted signer',
    facts: facts({ state: 'trusted' }),
    settings: { mustBeTrusted },
    is: 'pass',
  },
  {
    name: 'a file that was changed after it was signed',
    facts: facts({ state: 'invalid', problem: 'The file was changed after it was signed.' }),
    is: 'fail',
    saying: 'changed after it was signed',
  },
  {
    name: 'a format that cannot be validated',
    facts: facts({ state: 'not_validated', problem: 'It is not supported here.' }),
    is: 'not_applicable',
  },
  {
    name: 'a format that cannot be validated, where a trusted signer is wanted',
    facts: facts({ state: 'not_validated', problem: 'It is not supported here.' }),
    settings: { mustBeTrusted },
    is: 'warn',
    saying: 'not supported here',
  },
])
