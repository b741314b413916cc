import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts, videoFacts } from '../../../support/media-facts'

const { pass, warn, notApplicable } = rowsOf((silences: AudioFacts['silences']) => ({
  audio: audioFacts({ silences }),
  video: videoFacts(),
}))
const [head, tail] = [
  { start: 0, end: 0.24 },
  { start: 19.76, end: 20 },
]

describeCheck('audio/silent-ends', [
  pass('six frames at both ends', [head, tail]),
  warn('five frames at the start', [{ start: 0, end: 0.2 }, tail], { saying: 'The start' }),
  warn('none at the end', [head], { saying: 'The end' }),
  notApplicable('no silence wanted', [], { settings: { minFrames: 0 } }),
])
