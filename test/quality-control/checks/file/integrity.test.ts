import { describeCheck } from '../../../support/check-table'
import { integrityFacts } from '../../../support/facts'

describeCheck('file/integrity', [
  { name: 'an undamaged file', facts: { integrity: integrityFacts() }, is: 'pass' },
  {
    name: 'all frames but one of a thousand',
    facts: { integrity: integrityFacts({ decodedFrames: 999, declaredFrames: 1000 }) },
    is: 'pass',
  },
  {
    name: 'a tenth missing',
    facts: { integrity: integrityFacts({ decodedFrames: 90, declaredFrames: 100 }) },
    is: 'fail',
    saying: '90 of 100',
  },
  {
    name: 'one decoder error',
    facts: { integrity: integrityFacts({ errorCount: 1, errors: ['premature end'] }) },
    is: 'fail',
    saying: 'Parts of it may be missing',
  },
  {
    name: 'one error, when the profile lets it pass',
    facts: { integrity: integrityFacts({ errorCount: 1 }) },
    settings: { maxErrors: 1 },
    is: 'pass',
  },
  {
    name: 'a PDF whose cross-reference table was rebuilt without a loss',
    facts: { integrity: integrityFacts({ hasRebuiltXref: true }) },
    is: 'warn',
    saying: 'nothing is missing',
  },
  {
    name: 'nothing decodes',
    facts: { integrity: integrityFacts({ isDecodable: false, errors: ['no data'] }) },
    is: 'fail',
    saying: 'cannot be decoded',
  },
])
