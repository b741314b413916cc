import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const against = (startOffsetSeconds: number, lengthDifferenceSeconds: number, frameSeconds = 0.04) => ({
  againstVideo: { startOffsetSeconds, lengthDifferenceSeconds, frameSeconds },
})

describeCheck('audio/length', [
  pass('equally long', {}),
  pass('two frames longer', against(0, 0.08)),
  fail('three frames longer', against(0, 0.12), { saying: '0.12 s longer' }),
  fail('a second shorter', against(0, -1), { saying: '1 s shorter' }),
  pass('the padding of a codec at 60 frames', against(0, 0.045, 1 / 60)),
  notApplicable('an audio file', { againstVideo: undefined }),
])
