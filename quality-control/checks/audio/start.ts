import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Sound and picture start together',
  failureTitle: 'Sound and picture do not start together',
  why: 'A late or early start puts lips and sounds out of step, and some players ignore it and make it worse.',
  remedy: 'Export again with both tracks starting at zero.',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxFrames: { doc: 'Largest difference', format: 'number', unit: 'frames', min: 0, default: 1 },
  },
  run: ({ audio: { againstPicture } }, { maxFrames }) => {
    if (againstPicture === undefined) return notApplicable('There are no pictures beside the sound.')
    const { startOffsetSeconds: offset, frameSeconds } = againstPicture
    if (Math.abs(offset) <= maxFrames * frameSeconds + 0.001) return []
    const measured = `${Math.round(Math.abs(offset) * 1000)} ms`
    const message = `The sound starts ${measured} ${offset > 0 ? 'after' : 'before'} the picture.`
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
