import { defineCheck } from '../check'

export default defineCheck({
  title: 'Audio codec is accepted',
  failureTitle: 'Audio codec is not accepted',
  why:
    'A player that does not know the codec stays silent, or the audio is converted again and loses ' +
    'quality.',
  remedy: 'Export again with one of the accepted codecs.',
  source: 'No standard: the delivery specification lists the codecs',
  needs: ['audio'],
  severity: 'minor',
  settings: {
    codecs: {
      doc: "Accepted codecs by ffmpeg's names; pcm means all uncompressed ones; empty accepts all",
      format: 'strings',
      default: [],
    },
  },
  run: ({ audio: { streams } }, { codecs }) => {
    const isWanted = (codec: string) =>
      codecs.length === 0 || codecs.includes(codec) || (codec.startsWith('pcm_') && codecs.includes('pcm'))
    const others = [...new Set(streams.map(({ codec }) => codec).filter((codec) => !isWanted(codec)))]
    return others.map((codec) => ({
      message: `The audio is encoded as ${codec}; accepted: ${codecs.join(', ')}.`,
      measured: codec,
      expected: codecs.join(', '),
    }))
  },
})
