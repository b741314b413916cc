import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<AudioFacts>) => ({ audio: audioFacts(changes) }))
const coded = (codec: string, sampleRateHz = 48_000) => ({
  streams: [{ codec, channels: 2, layout: 'stereo', sampleRateHz }],
})

describeCheck('audio/sample-rate', [
  pass('48 kHz', {}),
  fail('22.05 kHz', coded('aac', 22_050), { saying: '22050' }),
  fail('44.1 kHz where 48 kHz is wanted', coded('aac', 44_100), { settings: { ratesHz: [48_000] } }),
])
