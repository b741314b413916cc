import { defineCheck } from '../check'

export default defineCheck({
  title: 'The picture codec is one that is wanted',
  failureTitle: 'The picture codec is not one that is wanted',
  why: 'A codec that the receiver does not know shows nothing, or is converted once more and loses quality.',
  remedy: 'Export again with one of the codecs asked for.',
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
    return [{ message: `The picture is coded as ${codec}.`, measured: codec, expected: codecs.join(', ') }]
  },
})
