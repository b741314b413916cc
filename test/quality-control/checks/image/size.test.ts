import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/size', [
  { name: 'no limits', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: 'one of the accepted sizes',
    facts: { image: imageFacts({ widthPixels: 300, heightPixels: 250 }) },
    settings: { acceptedSizes: ['728x90', '300×250'] },
    is: 'pass',
  },
  {
    name: 'none of them',
    facts: { image: imageFacts() },
    settings: { acceptedSizes: ['300x250'] },
    is: 'fail',
    saying: '1200 × 800 pixels, which is not an accepted size',
  },
  { name: 'too narrow', facts: { image: imageFacts() }, settings: { minWidthPixels: 1201 }, is: 'fail' },
  { name: 'too low', facts: { image: imageFacts() }, settings: { minHeightPixels: 801 }, is: 'fail' },
  {
    name: 'just large enough',
    facts: { image: imageFacts() },
    settings: { minWidthPixels: 1200, minHeightPixels: 800 },
    is: 'pass',
  },
  { name: 'too wide', facts: { image: imageFacts() }, settings: { maxWidthPixels: 1199 }, is: 'fail' },
  {
    name: 'too high',
    facts: { image: imageFacts() },
    settings: { maxHeightPixels: 799 },
    is: 'fail',
    saying: 'at most 799 pixels high',
  },
])
