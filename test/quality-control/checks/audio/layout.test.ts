import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail } = rowsOf((changes: Partial<AudioFacts>) => ({ audio: audioFacts(changes) }))
const layout = (name: string, count: number) => ({
  programme: { ...audioFacts().programme, layout: name, channels: count },
})

describeCheck('audio/layout', [
  pass('stereo', {}),
  pass('5.1 with side channels', layout('5.1(side)', 6)),
  fail('quadro', layout('quad', 4), { saying: 'quad' }),
  fail('not stated', layout('unknown', 8), { saying: '8 channels' }),
  ...['6 channels (FL+FR+FC+BL+BR+BC)', '6 channels'].map((name) =>
    fail(`without a name: ${name}`, layout(name, 6), { saying: 'is unknown (6 channels); accepted' }),
  ),
  pass('any', layout('quad', 4), { settings: { layouts: [] } }),
])
