import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/exif-orientation', [
  { name: 'upright', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: 'turned by a tag',
    facts: { image: imageFacts({ orientation: 6 }) },
    is: 'warn',
    saying: 'orientation 6',
  },
  {
    name: 'turned where it is accepted',
    facts: { image: imageFacts({ orientation: 6 }) },
    settings: { isAccepted: true },
    is: 'pass',
  },
])
