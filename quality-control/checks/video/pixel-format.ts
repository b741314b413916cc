import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Chroma subsampling and bit depth are accepted',
  failureTitle: 'Chroma subsampling or bit depth is not accepted',
  why:
    'Many players support only 8-bit 4:2:0. Broadcasters ask for 10-bit 4:2:2, which leaves room for ' +
    'keying and grading.',
  remedy: 'Export again with an accepted chroma subsampling and bit depth.',
  source: 'No standard: the delivery specification lists the formats',
  needs: ['video'],
  severity: 'major',
  settings: {
    pixelFormats: {
      doc: "Accepted pixel formats by ffmpeg's names, such as yuv420p; empty accepts all",
      format: 'strings',
      default: [],
    },
  },
  run: ({ video: { pixelFormat } }, { pixelFormats }) => {
    if (pixelFormats.length === 0) return notApplicable('The profile accepts all pixel formats.')
    if (pixelFormats.includes(pixelFormat)) return []
    return [
      {
        message: `The video is stored as ${pixelFormat}; accepted: ${pixelFormats.join(', ')}.`,
        measured: pixelFormat,
        expected: pixelFormats.join(', '),
      },
    ]
  },
})
