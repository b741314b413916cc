import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Every channel has audio',
  failureTitle: 'A channel is silent',
  why:
    'A silent channel leaves one ear or one speaker without audio. A cable or a track was lost on the ' +
    'way.',
  remedy: 'Check the channel routing of the export, and export again.',
  source: 'No standard: a channel counts as silent when its peak stays below -60 dBFS',
  needs: ['audio'],
  severity: 'major',
  settings: {
    minPeakDbfs: {
      doc: 'Minimum peak of a channel that is not silent',
      format: 'number',
      unit: 'dBFS',
      max: 0,
      default: -60,
    },
    maySurroundBeSilent: {
      doc: 'Only left, right and centre must have audio',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ audio: { channels } }, { minPeakDbfs, maySurroundBeSilent }) => {
    const isSilent = ({ peakDbfs }: (typeof channels)[number]) =>
      peakDbfs === undefined || peakDbfs < minPeakDbfs
    if (channels.length < 2) return notApplicable('The audio has a single channel.')
    if (channels.every(isSilent)) return notApplicable('The audio is silent throughout.')
    // Recorders write eight channels without a layout, of which pairs are in use.
    const isUnusedPair = (index: number) =>
      channels.length >= 4 &&
      channels.every(({ name }) => /^\d+$/.test(name)) &&
      channels.slice(index - (index % 2), index - (index % 2) + 2).every(isSilent)
    // Speech and music may leave the low-frequency channel empty.
    const needed = channels.filter(({ name }, index) =>
      isUnusedPair(index)
        ? false
        : maySurroundBeSilent
          ? ['L', 'R', 'C', 'mono'].includes(name)
          : name !== 'LFE',
    )
    return needed.filter(isSilent).map(({ name, peakDbfs }) => ({
      message: `Channel ${name} is silent.`,
      measured: peakDbfs === undefined ? 'digital silence' : `peak ${peakDbfs.toFixed(1)} dBFS`,
      expected: `peak above ${minPeakDbfs} dBFS`,
    }))
  },
})
