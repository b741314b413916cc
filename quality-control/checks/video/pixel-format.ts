import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Colour sampling and bit depth are as wanted',
  failureTitle: 'Colour sampling or bit depth are not as wanted',
  why: 'Many players show 8-bit 4:2:0 only; broadcasters ask for 10-bit 4:2:2, so that keying and grading leave no steps.',
  remedy: 'Export again with the colour sampling and bit depth asked for.',
  needs: ['video'],
  severity: 'major',
  settings: {
    pixelFormats: {
      doc: "Accepted pixel formats by ffmpeg's names, such as yuv420p; none: any",
      format: 'strings',
      default: [],
    },
  },
  run: ({ video: { pixelFormat } }, { pixelFormats }) => {
    if (pixelFormats.length === 0)
      return notApplicable('The profile accepts any colour sampling and bit depth.')
    if (pixelFormats.includes(pixelFormat)) return []
    return [
      {
        message: `The pictures are stored as ${pixelFormat}.`,
        measured: pixelFormat,
        expected: pixelFormats.join(', '),
      },
    ]
  },
})
