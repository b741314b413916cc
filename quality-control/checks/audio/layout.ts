import { defineCheck } from '../check'

export default defineCheck({
  title: 'The sound has the channels that are wanted',
  failureTitle: 'The sound has other channels than are wanted',
  why: 'A layout that the receiver does not expect is mixed down by a machine, or half of it is not heard.',
  remedy: 'Export the mix with the channels asked for.',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    layouts: {
      doc: 'Accepted layouts: mono, stereo, 5.1 …; none: any',
      format: 'strings',
      default: ['stereo', 'mono', '5.1'],
    },
  },
  run: ({ audio: { programme } }, { layouts }) => {
    const layout = programme.layout.replace(/\(.*\)$/, '')
    if (layouts.length === 0 || layouts.includes(layout)) return []
    const measured = layout === 'unknown' ? `${programme.channels} channels, layout not stated` : layout
    return [{ message: `The sound is ${measured}.`, measured, expected: layouts.join(', ') }]
  },
})
