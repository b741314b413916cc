import { defineCheck } from '../check'

export default defineCheck({
  title: 'The video has sound',
  failureTitle: 'The video has no sound',
  why: 'A spot without its sound is mostly an export with a missing or muted track.',
  remedy:
    'Export again with the sound track. If the video is meant to be silent, choose a profile for silent video.',
  needs: ['video'],
  severity: 'major',
  settings: {},
  run: ({ video: { sound } }) => {
    if (sound === 'audible') return []
    if (sound === 'none')
      return [{ message: 'The file has no sound track.', measured: 'none', expected: 'sound' }]
    return [
      {
        message: 'The sound track is silent from beginning to end.',
        measured: 'below -60 dBFS',
        expected: 'sound',
      },
    ]
  },
})
