import { defineCheck } from '../check'

export default defineCheck({
  title: 'Sample rate is accepted',
  failureTitle: 'Sample rate is not accepted',
  why: 'Video uses 48 kHz. Other rates are converted, and a wrong conversion changes pitch and timing.',
  remedy: 'Export the audio at the expected sample rate.',
  source: 'AES5 (48 kHz for programmes); the delivery specification lists others',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    ratesHz: { doc: 'Accepted sample rates', format: 'numbers', unit: 'Hz', default: [44100, 48000] },
  },
  run: ({ audio: { streams } }, { ratesHz }) => {
    const others = [
      ...new Set(streams.map(({ sampleRateHz }) => sampleRateHz).filter((rate) => !ratesHz.includes(rate))),
    ]
    return others.map((rate) => ({
      message: `The audio has a sample rate of ${rate} Hz.`,
      measured: `${rate} Hz`,
      expected: `${ratesHz.join(', ')} Hz`,
    }))
  },
})
