import { defineCheck } from '../check'

export default defineCheck({
  title: 'Video has audio',
  failureTitle: 'Video has no audio',
  why: 'A spot without audio is usually an export with a missing or muted track.',
  remedy:
    'Export again with the audio track. If the video is intended to be silent, use a profile for ' +
    'silent video.',
  source: 'No standard: silent is a track whose channels all stay below -60 dBFS',
  needs: ['video'],
  severity: 'major',
  settings: {},
  run: ({ video: { audio } }) => {
    if (audio === 'audible') return []
    if (audio === 'none')
      return [{ message: 'The file has no audio track.', measured: 'none', expected: 'audio' }]
    return [
      {
        message: 'The audio track is silent from start to end.',
        measured: 'below -60 dBFS',
        expected: 'audio',
      },
    ]
  },
})
