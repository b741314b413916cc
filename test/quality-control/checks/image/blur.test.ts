import { describeCheck } from '../../../support/check-table'
import { imageFacts, pixelFacts } from '../../../support/facts'

const undecodable = { image: imageFacts({ pixels: undefined }) }
const pixels = (changes: Parameters<typeof pixelFacts>[0]) => ({
  image: imageFacts({ pixels: pixelFacts(changes) }),
})

describeCheck('image/blur', [
  { name: 'in focus', facts: pixels({ sharpness: 0.7 }), is: 'pass' },
  { name: 'at the threshold', facts: pixels({ sharpness: 0.2 }), is: 'pass' },
  { name: 'soft', facts: pixels({ sharpness: 0.15 }), is: 'warn' },
  { name: 'contrast without any edge', facts: pixels({ sharpness: undefined }), is: 'warn' },
  {
    name: 'a flat image',
    facts: pixels({ sharpness: undefined, darkest: 100, brightest: 110 }),
    is: 'not_applicable',
  },
  { name: 'a image that does not decode', facts: undecodable, is: 'not_applicable', saying: 'integrity' },
])
