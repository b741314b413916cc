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

describeCheck('image/animation', [
  { name: 'a still', facts: { image: imageFacts() }, is: 'not_applicable' },
  { name: 'five seconds, once', facts: moving({}), is: 'pass' },
  { name: 'fifteen seconds, three times', facts: moving({ durationSeconds: 15, loops: 3 }), is: 'pass' },
  { name: 'too long', facts: moving({ durationSeconds: 15.1 }), is: 'warn', saying: '15.1 s' },
  { name: 'for ever', facts: moving({ loops: 0 }), is: 'warn', saying: 'forever' },
  { name: 'four times', facts: moving({ loops: 4 }), is: 'warn', saying: '4 times' },
])
