import { defineCheck } from '../check'

export default defineCheck({
  title: 'Channel layout is accepted',
  failureTitle: 'Channel layout is not accepted',
  why: 'An unexpected channel layout is mixed down automatically, or part of it is not heard.',
  remedy: 'Export the mix with the expected channels.',
  source: 'ITU-R BS.775 (5.1); the delivery specification lists the accepted layouts',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    layouts: {
      doc: 'Accepted layouts: mono, stereo, 5.1 …; empty accepts all',
      format: 'strings',
      default: ['stereo', 'mono', '5.1'],
    },
  },
  run: ({ audio: { programme } }, { layouts }) => {
    // A layout without a name is told by its number and its speakers: `6 channels (FL+FR+…)`.
    const named = programme.layout.replace(/\s*\(.*\)$/, '')
    const layout = /^\d+ channels?$/.test(named) ? 'unknown' : named
    if (layouts.length === 0 || layouts.includes(layout)) return []
    const measured = layout === 'unknown' ? `unknown (${programme.channels} channels)` : layout
    return [
      {
        message: `The channel layout is ${measured}; accepted: ${layouts.join(', ')}.`,
        measured,
        expected: layouts.join(', '),
      },
    ]
  },
})
