import { defineCheck, notApplicable } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'Audio and video have the same length',
  failureTitle: 'Audio and video differ in length',
  why: 'The longer part is cut or leaves a gap. A difference often means that audio and video drift apart.',
  remedy: 'Cut audio and video to the same length, and export again.',
  source: 'No standard: two frames; lossy codecs add up to 50 ms of padding',
  needs: ['audio'],
  severity: 'major',
  settings: {
    maxFrames: { doc: 'Maximum difference', format: 'number', unit: 'frames', min: 0, default: 2 },
  },
  run: ({ audio: { againstVideo } }, { maxFrames }) => {
    if (againstVideo === undefined) return notApplicable('The file has no video.')
    const { lengthDifferenceSeconds: difference, frameSeconds } = againstVideo
    // Lossy codecs pad the last block: up to 1024 samples, and as many at the start.
    if (Math.abs(difference) <= Math.max(maxFrames * frameSeconds, codecPaddingSeconds)) return []
    const frames = (Math.abs(difference) / frameSeconds).toFixed(1)
    const message =
      `The audio is ${secondsText(Math.abs(difference))} ` +
      `${difference > 0 ? 'longer' : 'shorter'} than the video.`
    return [{ message, measured: `${frames} frames`, expected: `at most ${maxFrames} frames` }]
  },
})

const codecPaddingSeconds = 0.05
