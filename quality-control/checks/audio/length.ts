import { defineCheck, notApplicable } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'Sound and picture are equally long',
  failureTitle: 'Sound and picture are not equally long',
  why: 'What is longer is cut or leaves a hole, and a difference often means that the sound runs away from the picture.',
  remedy: 'Cut sound and picture to one length, and export again.',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxFrames: { doc: 'Largest difference', format: 'number', unit: 'frames', min: 0, default: 2 },
  },
  run: ({ audio: { againstPicture } }, { maxFrames }) => {
    if (againstPicture === undefined) return notApplicable('There are no pictures beside the sound.')
    const { lengthDifferenceSeconds: difference, frameSeconds } = againstPicture
    // Lossy codecs fill their last block: up to 1024 samples, and as much again at the start.
    if (Math.abs(difference) <= Math.max(maxFrames * frameSeconds, codecPaddingSeconds)) return []
    const frames = (Math.abs(difference) / frameSeconds).toFixed(1)
    const message = `The sound is ${secondsText(Math.abs(difference))} ${difference > 0 ? 'longer' : 'shorter'} than the picture.`
    return [{ message, measured: `${frames} frames`, expected: `at most ${maxFrames} frames` }]
  },
})

const codecPaddingSeconds = 0.05
