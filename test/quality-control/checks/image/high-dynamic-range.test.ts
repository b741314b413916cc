import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/high-dynamic-range', [
  { name: 'standard range', facts: { image: imageFacts() }, is: 'pass' },
  { name: 'a gain map', facts: { image: imageFacts({ hdr: 'gain map' }) }, is: 'warn', saying: 'gain map' },
  {
    name: 'PQ where it is accepted',
    facts: { image: imageFacts({ hdr: 'pq' }) },
    settings: { isAccepted: true },
    is: 'pass',
  },
])
