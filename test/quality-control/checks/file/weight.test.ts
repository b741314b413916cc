import { describeCheck } from '../../../support/check-table'
import { fileFacts } from '../../../support/facts'

describeCheck('file/weight', [
  { name: 'no limits', facts: { file: fileFacts({ sizeBytes: 5e9 }) }, is: 'pass' },
  {
    name: 'just at the limit',
    facts: { file: fileFacts({ sizeBytes: 150_000 }) },
    settings: { maxBytes: 150_000 },
    is: 'pass',
  },
  {
    name: 'a byte over the limit',
    facts: { file: fileFacts({ sizeBytes: 150_100 }) },
    settings: { maxBytes: 150_000 },
    is: 'fail',
    saying: '150.1 kB; expected at most 150 kB',
  },
  { name: 'a few bytes', facts: { file: fileFacts({ sizeBytes: 12 }) }, is: 'fail', saying: 'only 12 bytes' },
])
