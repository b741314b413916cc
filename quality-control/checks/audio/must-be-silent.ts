import { defineCheck } from '../check'

export default defineCheck({
  title: 'The video is silent, as wanted',
  failureTitle: 'The video has sound where none is wanted',
  why: 'Screens in public places and some ad formats must stay silent; a player may refuse a file with sound.',
  remedy: 'Export again without sound.',
  needs: ['video'],
  severity: 'major',
  settings: {
    maySilentTrackRemain: {
      doc: 'A sound track that is silent throughout is let pass',
      format: 'boolean',
      default: true,
    },
  },
  run: ({ video: { sound } }, { maySilentTrackRemain }) => {
    if (sound === 'audible')
      return [{ message: 'The video has audible sound.', measured: 'sound', expected: 'silence' }]
    if (sound === 'none' || maySilentTrackRemain) return []
    return [
      {
        message: 'The video has a sound track, if a silent one.',
        measured: 'silent track',
        expected: 'no sound track',
      },
    ]
  },
})
