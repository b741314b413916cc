import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'No compression blocks are seen',
  failureTitle: 'Compression blocks are seen',
  why: 'Visible squares make a brand look cheap, and every platform compresses once more on top.',
  remedy: 'Export again from the master at a higher bit rate; do not compress what was compressed already.',
  source:
    'Steps at the block grid over those beside it (Muijs and Kirenko, 2005), the middle one of all samples',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxBlockiness: {
      doc: 'Highest blockiness that passes: about 2 when good, 20 with clear squares',
      format: 'number',
      min: 1,
      default: 20,
    },
  },
  run: ({ video: { sharpness, bars } }, { maxBlockiness }) => {
    const { medianBlockiness } = sharpness
    if (medianBlockiness === undefined) return notApplicable('No sampled picture could be measured.')
    if (bars !== undefined) return notApplicable('The edges of the black bars would be taken for blocks.')
    if (medianBlockiness <= maxBlockiness) return []
    return [
      {
        level: 'warn',
        message: 'The picture shows squares of its compression.',
        measured: medianBlockiness.toFixed(1),
        expected: `at most ${maxBlockiness}`,
      },
    ]
  },
})
