import { defineCheck } from '../check'
import { secondsText } from '../span-text'

export default defineCheck({
  title: 'No pictures are missing in between',
  failureTitle: 'Pictures are missing in between',
  why: 'Where pictures are missing the movement jumps. It comes from dropped frames at recording or from a broken export.',
  remedy: 'Look at the place with the longest gap, and export again from the source.',
  needs: ['video'],
  severity: 'minor',
  settings: {
    maxFrameSteps: {
      doc: 'Longest gap between two pictures, in usual steps',
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
        message: 'For a moment no new picture comes.',
        measured: `${secondsText(longestStepSeconds)} between two pictures`,
        expected: `about ${secondsText(1 / measured)}`,
      },
    ]
  },
})
