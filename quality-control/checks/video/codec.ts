import { defineCheck } from '../check'

export default defineCheck({
  title: 'Video codec is accepted',
  failureTitle: 'Video codec is not accepted',
  why:
    'A player that does not know the codec shows nothing, or the video is converted again and loses ' +
    'quality.',
  remedy: 'Export again with one of the accepted codecs.',
  source: 'No standard: the delivery specification lists the codecs',
  needs: ['video'],
  severity: 'major',
  settings: {
    codecs: {
      doc: "Accepted codecs by ffmpeg's names",
      format: 'strings',
      default: ['h264', 'hevc', 'vp8', 'vp9', 'av1', 'prores', 'dnxhd', 'mpeg2video'],
    },
  },
  run: ({ video: { codec } }, { codecs }) => {
    if (codecs.includes(codec)) return []
    return [
      {
        message: `The video is encoded as ${codec}; accepted: ${codecs.join(', ')}.`,
        measured: codec,
        expected: codecs.join(', '),
      },
    ]
  },
})
