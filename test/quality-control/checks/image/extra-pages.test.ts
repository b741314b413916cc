import type { AnimationFacts } from '../../../../quality-control/facts/image'
import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

const noFlash = {
  transitions: [],
  redTransitions: [],
  mostTransitionsPerSecond: 0,
  mostRedTransitionsPerSecond: 0,
  failing: [],
  warning: [],
  extended: [],
}
const moving = (changes: Partial<AnimationFacts>) => ({
  image: imageFacts({
    format: 'gif',
    pages: 10,
    animation: { frames: 10, durationSeconds: 5, loops: 1, framesDecoded: 10, flash: noFlash, ...changes },
  }),
})

describeCheck('image/extra-pages', [
  { name: 'one image', facts: { image: imageFacts() }, is: 'pass' },
  {
    name: 'a TIFF of three pages',
    facts: { image: imageFacts({ format: 'tiff', pages: 3 }) },
    is: 'warn',
    saying: '3 images',
  },
  { name: 'an animation', facts: moving({}), is: 'pass' },
])
