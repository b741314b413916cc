import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/effective-ppi', [
  { name: '300 ppi as stated', facts: { image: imageFacts({ statedPpi: 300 }) }, is: 'pass' },
  {
    name: '200 ppi',
    facts: { image: imageFacts({ statedPpi: 200 }) },
    is: 'warn',
    saying: '200 ppi as stated in the file',
  },
  { name: '72 ppi', facts: { image: imageFacts({ statedPpi: 72 }) }, is: 'fail' },
  {
    name: '72 ppi as stated, but printed small',
    facts: { image: imageFacts({ statedPpi: 72 }) },
    settings: { printWidthMm: 100, printHeightMm: 67 },
    is: 'pass',
  },
  {
    name: '300 ppi as stated, but printed large',
    facts: { image: imageFacts({ statedPpi: 300 }) },
    settings: { printWidthMm: 210 },
    is: 'fail',
    saying: '145 ppi at its printed size',
  },
  { name: 'no size at all', facts: { image: imageFacts() }, is: 'not_applicable' },
])
