import { describeCheck } from '../../../support/check-table'
import { fileFacts } from '../../../support/facts'

describeCheck('file/name-pattern', [
  { name: 'an ordinary name', facts: { file: fileFacts({ name: 'Größe – 50 % 😀.jpg' }) }, is: 'pass' },
  { name: 'a line break', facts: { file: fileFacts({ name: 'a\nb.jpg' }) }, is: 'fail' },
  { name: 'a colon', facts: { file: fileFacts({ name: 'a:b.jpg' }) }, is: 'fail' },
  {
    name: 'a name by the client’s rule',
    facts: { file: fileFacts({ name: 'ACME_2026_summer_300x250.jpg' }) },
    settings: { pattern: '^[A-Z]+_\\d{4}_.+\\.jpg$' },
    is: 'pass',
  },
  {
    name: 'a name against it',
    facts: { file: fileFacts() },
    settings: { pattern: '^[A-Z]+_', rule: 'CLIENT_…' },
    is: 'fail',
    saying: 'CLIENT_…',
  },
])
