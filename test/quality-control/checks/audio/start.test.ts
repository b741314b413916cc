import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const against = (startOffsetSeconds: number, lengthDifferenceSeconds: number, frameSeconds = 0.04) => ({
  againstVideo: { startOffsetSeconds, lengthDifferenceSeconds, frameSeconds },
})

describeCheck('audio/start', [
  pass('together', {}),
  pass('a frame late', against(0.04, 0)),
  warn('100 ms late', against(0.1, 0), { saying: '100 ms after' }),
  warn('100 ms early', against(-0.1, 0), { saying: '100 ms before' }),
  notApplicable('a sound file', { againstVideo: undefined }),
])
