import { defineCheck } from '../check'

export default defineCheck({
  title: 'The sound codec is one that is wanted',
  failureTitle: 'The sound codec is not one that is wanted',
  why: 'A codec that the receiver does not know stays silent, or is converted once more and loses quality.',
  remedy: 'Export again with one of the codecs asked for.',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    codecs: {
      doc: "Accepted codecs by ffmpeg's names; pcm stands for all uncompressed ones; none: any",
      format: 'strings',
      default: [],
    },
  },
  run: ({ audio: { streams } }, { codecs }) => {
    const isWanted = (codec: string) =>
      codecs.length === 0 || codecs.includes(codec) || (codec.startsWith('pcm_') && codecs.includes('pcm'))
    const others = [...new Set(streams.map(({ codec }) => codec).filter((codec) => !isWanted(codec)))]
    return others.map((codec) => ({
      message: `The sound is coded as ${codec}.`,
      measured: codec,
      expected: codecs.join(', '),
    }))
  },
})
