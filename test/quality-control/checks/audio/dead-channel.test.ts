import type { AudioFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, fail, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const six = ['L', 'R', 'C', 'LFE', 'Ls', 'Rs']
const channels = (silent: string[]) => ({
  channels: six.map((name) => (silent.includes(name) ? { name } : { name, peakDbfs: -6 })),
})

/** A digit for each channel: 0 is silent. */
const numbered = (heard: string) => ({
  channels: Array.from(heard, (digit, index) => ({
    name: String(index + 1),
    ...(digit === '1' && { peakDbfs: -6 }),
  })),
})

describeCheck('audio/dead-channel', [
  pass('both heard', {}),
  fail(
    'right is silent',
    { channels: [{ name: 'L', peakDbfs: -6 }, { name: 'R' }] },
    { saying: 'Channel R is silent.' },
  ),
  fail('right only hisses', {
    channels: [
      { name: 'L', peakDbfs: -6 },
      { name: 'R', peakDbfs: -72 },
    ],
  }),
  pass('an empty low-frequency channel', channels(['LFE'])),
  fail('empty surround channels', channels(['Ls', 'Rs']), { saying: /Ls[\s\S]*Rs/ }),
  pass('empty surround channels where they may be', channels(['Ls', 'Rs']), {
    settings: { maySurroundBeSilent: true },
  }),
  pass('unused pairs of a recorder', numbered('11110000')),
  fail('half a pair of a recorder', numbered('11100000'), { saying: 'Channel 4 is silent.' }),
  notApplicable('a single channel', { channels: [{ name: 'mono', peakDbfs: -6 }] }),
  notApplicable('silent throughout', { channels: [{ name: 'L' }, { name: 'R' }] }),
])
