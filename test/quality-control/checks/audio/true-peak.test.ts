import type { AudioFacts, LoudnessFacts } from '../../../../quality-control/facts/audio'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { audioFacts } from '../../../support/media-facts'

const { pass, warn, fail, notApplicable } = rowsOf((changes: Partial<AudioFacts>) => ({
  audio: audioFacts(changes),
}))
const loudness = (changes: Partial<LoudnessFacts>) => ({ loudness: { ...audioFacts().loudness, ...changes } })

describeCheck('audio/true-peak', [
  pass('-3 dBTP', {}),
  pass('-1 dBTP', loudness({ truePeakDbtp: -1 })),
  fail(
    '-0.5 dBTP',
    {
      ...loudness({ truePeakDbtp: -0.5 }),
      channels: [
        { name: 'L', truePeakDbtp: -0.5 },
        { name: 'R', truePeakDbtp: -4 },
      ],
    },
    { saying: '-0.5 dBTP in L.' },
  ),
  warn('0.2 dB over the limit, which another meter may not read', loudness({ truePeakDbtp: -0.8 })),
  fail('0.3 dB over the limit', loudness({ truePeakDbtp: -0.7 })),
  warn('0.1 dB over another limit', loudness({ truePeakDbtp: -1.9 }), { settings: { maxDbtp: -2 } }),
  fail('-1.5 dBTP where -2 is the limit', loudness({ truePeakDbtp: -1.5 }), { settings: { maxDbtp: -2 } }),
  warn('a warning only', loudness({ truePeakDbtp: 0.2 }), { settings: { isFailure: false } }),
  notApplicable('digital silence', loudness({ truePeakDbtp: undefined })),
])
