import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<AudioFacts>) => ({ audio: audioFacts(changes) }))
const coded = (codec: string, sampleRateHz = 48_000) => ({
  streams: [{ codec, channels: 2, layout: 'stereo', sampleRateHz }],
})

describeCheck('audio/codec', [
  pass('any', coded('mp3')),
  pass('uncompressed', coded('pcm_s24le'), { settings: { codecs: ['pcm'] } }),
  fail('MP3 where uncompressed is wanted', coded('mp3'), { settings: { codecs: ['pcm'] }, saying: 'mp3' }),
])
