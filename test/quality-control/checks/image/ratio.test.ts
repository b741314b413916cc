import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/ratio', [
  { name: 'any ratio', facts: { image: imageFacts() }, is: 'not_applicable' },
  { name: '3:2', facts: { image: imageFacts() }, settings: { acceptedRatios: ['16:9', '3:2'] }, is: 'pass' },
  {
    name: '3:2 within 1 %',
    facts: { image: imageFacts({ widthPixels: 1205 }) },
    settings: { acceptedRatios: ['3:2'] },
    is: 'pass',
  },
  {
    name: '3:2 where 1.91:1 is wanted',
    facts: { image: imageFacts() },
    settings: { acceptedRatios: ['1.91:1'] },
    is: 'fail',
    saying: '1.50:1',
  },
  {
    name: 'upright where lying is wanted',
    facts: { image: imageFacts({ widthPixels: 800, heightPixels: 1200 }) },
    settings: { acceptedRatios: ['3:2'] },
    is: 'fail',
  },
])
