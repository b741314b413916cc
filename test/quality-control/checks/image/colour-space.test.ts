import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

describeCheck('image/colour-space', [
  { name: 'RGB on screen', facts: { image: imageFacts() }, is: 'pass' },
  { name: 'greyscale on screen', facts: { image: imageFacts({ colourModel: 'grey' }) }, is: 'pass' },
  {
    name: 'CMYK on screen',
    facts: { image: imageFacts({ colourModel: 'cmyk' }) },
    is: 'fail',
    saying: 'in CMYK; expected RGB or greyscale',
  },
  {
    name: 'CMYK in print',
    facts: { image: imageFacts({ colourModel: 'cmyk' }) },
    settings: { acceptedModels: ['cmyk'] },
    is: 'pass',
  },
  {
    name: 'RGB in print',
    facts: { image: imageFacts() },
    settings: { acceptedModels: ['cmyk', 'grey'] },
    is: 'fail',
  },
])
