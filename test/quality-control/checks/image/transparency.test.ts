import { describeCheck } from '../../../support/check-table'
import { imageFacts, pixelFacts } from '../../../support/facts'

const seeThrough = {
  image: imageFacts({ hasAlphaChannel: true, pixels: pixelFacts({ transparentShare: 0.4 }) }),
}

describeCheck('image/transparency', [
  { name: 'either is fine', facts: seeThrough, is: 'not_applicable' },
  { name: 'opaque as wanted', facts: { image: imageFacts() }, settings: { wanted: 'opaque' }, is: 'pass' },
  {
    name: 'an alpha channel that hides nothing',
    facts: { image: imageFacts({ hasAlphaChannel: true }) },
    settings: { wanted: 'opaque' },
    is: 'pass',
  },
  {
    name: 'transparent where opaque is wanted',
    facts: seeThrough,
    settings: { wanted: 'opaque' },
    is: 'fail',
  },
  { name: 'transparent as wanted', facts: seeThrough, settings: { wanted: 'transparent' }, is: 'pass' },
  {
    name: 'opaque where transparent is wanted',
    facts: { image: imageFacts() },
    settings: { wanted: 'transparent' },
    is: 'fail',
  },
  {
    name: 'a image that does not decode',
    facts: { image: imageFacts({ hasAlphaChannel: true, pixels: undefined }) },
    settings: { wanted: 'opaque' },
    is: 'not_applicable',
  },
])
