import { defineCheck } from '../check'

export default defineCheck({
  title: 'The sample rate is one that is wanted',
  failureTitle: 'The sample rate is not one that is wanted',
  why: 'Video works with 48 kHz; other rates are converted, and a wrong conversion shifts pitch and timing.',
  remedy: 'Export the sound at the sample rate asked for.',
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
      message: `The sound has ${rate} samples per second.`,
      measured: `${rate} Hz`,
      expected: `${ratesHz.join(', ')} Hz`,
    }))
  },
})
