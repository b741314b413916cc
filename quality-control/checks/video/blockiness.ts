import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'No compression blocks are visible',
  failureTitle: 'Compression blocks are visible',
  why: 'Visible squares look unprofessional, and every platform compresses the video again.',
  remedy: 'Export again from the master at a higher bit rate. Do not compress a compressed file.',
  source:
    'Muijs and Kirenko, 2005: steps on the block grid relative to those beside it, median of the ' +
    'samples',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxBlockiness: {
      doc: 'Maximum blockiness: about 2 for a good encode, 20 with visible squares',
      format: 'number',
      min: 1,
      default: 20,
    },
  },
  run: ({ video: { codec, codecProfile = '', sharpness, bars } }, { maxBlockiness }) => {
    const { medianBlockiness } = sharpness
    if (!interCodecs.includes(codec) || / intra|lossless|4:4:4 predictive/i.test(codecProfile))
      return notApplicable(
        `Blocks are not measured in ${codec}: it is lossless, or it codes each frame by itself.`,
      )
    if (medianBlockiness === undefined) return notApplicable('No sampled frame could be measured.')
    if (bars !== undefined) return notApplicable('The edges of the black bars would be measured as blocks.')
    if (medianBlockiness <= maxBlockiness) return []
    return [
      {
        level: 'warn',
        message: 'The video shows square compression blocks.',
        measured: medianBlockiness.toFixed(1),
        expected: `at most ${maxBlockiness}`,
      },
    ]
  },
})

/** Codecs that predict frames from others, which leaves blocks; the edges of flat graphics look the same. */
const interCodecs = [
  ...['h264', 'hevc', 'av1', 'vp8', 'vp9', 'mpeg1video', 'mpeg2video', 'mpeg4', 'vc1', 'theora'],
  ...['wmv1', 'wmv2', 'wmv3', 'msmpeg4', 'msmpeg4v2', 'msmpeg4v3', 'h263', 'flv1', 'vp6', 'vp6f'],
  ...['svq1', 'svq3'],
]
