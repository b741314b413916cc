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
const span = { start: 1, end: 2 }

describeCheck('image/flashes', [
  { name: 'a still', facts: { image: imageFacts() }, is: 'not_applicable' },
  { name: 'a calm animation', facts: moving({}), is: 'pass' },
  {
    name: 'four flashes a second',
    facts: moving({ flash: { ...noFlash, mostTransitionsPerSecond: 8, failing: [span] } }),
    is: 'fail',
    saying: 'more than three times',
  },
  {
    name: 'three flashes a second',
    facts: moving({ flash: { ...noFlash, mostTransitionsPerSecond: 6, warning: [span] } }),
    is: 'warn',
  },
  {
    name: 'three flashes a second for long',
    facts: moving({ flash: { ...noFlash, mostTransitionsPerSecond: 6, extended: [span] } }),
    is: 'fail',
    saying: 'for several seconds',
  },
])
