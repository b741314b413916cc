import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Audio and video start together',
  failureTitle: 'Audio and video do not start together',
  why:
    'A late or early start puts lips and voice out of sync, and some players ignore the offset and ' +
    'make it worse.',
  remedy: 'Export again with both tracks starting at zero.',
  source: 'EBU R 37: audio at most 40 ms early or 60 ms late; one frame is the nearest step',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxFrames: { doc: 'Maximum difference', format: 'number', unit: 'frames', min: 0, default: 1 },
  },
  run: ({ audio: { againstVideo } }, { maxFrames }) => {
    if (againstVideo === undefined) return notApplicable('The file has no video.')
    const { startOffsetSeconds: offset, frameSeconds } = againstVideo
    if (Math.abs(offset) <= maxFrames * frameSeconds + 0.001) return []
    const measured = `${Math.round(Math.abs(offset) * 1000)} ms`
    const message = `The audio starts ${measured} ${offset > 0 ? 'after' : 'before'} the video.`
    return [
      {
        level: 'warn',
        message,
        measured,
        expected: `at most ${maxFrames === 1 ? '1 frame' : `${maxFrames} frames`}`,
      },
    ]
  },
})
