import { defineCheck } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'No frames are missing',
  failureTitle: 'Frames are missing',
  why:
    'Motion jumps where frames are missing. Dropped frames in the recording or a faulty export are the ' +
    'usual cause.',
  remedy: 'Look at the longest gap, and export again from the source.',
  source: 'No standard: one late frame passes, two missing frames are visible',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxFrameSteps: {
      doc: 'Maximum gap between two frames, as a multiple of the usual step',
      format: 'number',
      min: 1,
      default: 2.5,
    },
  },
  run: ({ video: { frameRate } }, { maxFrameSteps }) => {
    const { isVariable, measured, longestStepSeconds } = frameRate
    if (
      isVariable ||
      measured === undefined ||
      longestStepSeconds === undefined ||
      longestStepSeconds * measured <= maxFrameSteps
    )
      return []
    return [
      {
        level: 'warn',
        message: `No new frame for ${secondsText(longestStepSeconds)}.`,
        measured: `${secondsText(longestStepSeconds)} between two frames`,
        expected: `about ${secondsText(1 / measured)}`,
      },
    ]
  },
})
