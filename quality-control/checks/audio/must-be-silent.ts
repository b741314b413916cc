import { defineCheck } from '../check'

export default defineCheck({
  title: 'Video is silent, as expected',
  failureTitle: 'Video has audio but must be silent',
  why:
    'Screens in public places and some ad formats must stay silent. A player may reject a file with ' +
    'audio.',
  remedy: 'Export again without audio.',
  source: 'No standard: the placement decides',
  needs: ['video'],
  severity: 'major',
  settings: {
    maySilentTrackRemain: {
      doc: 'An audio track that is silent throughout passes',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ video: { audio } }, { maySilentTrackRemain }) => {
    if (audio === 'audible')
      return [{ message: 'The video has audible audio.', measured: 'audio', expected: 'silence' }]
    if (audio === 'none' || maySilentTrackRemain) return []
    return [
      {
        message: 'The video has a silent audio track.',
        measured: 'silent track',
        expected: 'no audio track',
      },
    ]
  },
})
