import { defineCheck, notApplicable } from '../check'
import { locationOf } from '../span-text'
import { longLines } from '../super-text'

export default defineCheck({
  title: 'Text on screen is large enough',
  failureTitle: 'Text on screen is too small',
  why: 'Small print that cannot be read from the sofa does not inform, and clearance rejects it.',
  remedy: 'Enlarge the text, or shorten it so that larger letters fit.',
  source:
    'BCAP, guidance on superimposed text, and Clearcast, "Legal supers: text size": 30 of 1,080 lines, 26 ' +
    'on a block of one colour; measured from the baseline to the top of capitals',
  needs: ['supers'],
  severity: 'minor',
  settings: {
    minLines: {
      doc: 'Minimum height of letters',
      format: 'number',
      unit: 'of 1080 lines',
      min: 0,
      default: 30,
    },
    minLinesOnBlock: {
      doc: 'Minimum height of letters on a block of one colour',
      format: 'number',
      unit: 'of 1080 lines',
      min: 0,
      default: 26,
    },
    minWords: {
      doc: 'Minimum number of words in a line; products in the image carry short text',
      format: 'nat',
      unit: 'words',
      default: 3,
    },
    toleranceLines: {
      doc: 'Accepted deviation: the tops of letters are blurred',
      format: 'number',
      unit: 'of 1080 lines',
      min: 0,
      default: 1,
    },
  },
  run: ({ supers }, { minLines, minLinesOnBlock, minWords, toleranceLines }) => {
    const lines = longLines(supers, minWords)
    if (lines.length === 0) return notApplicable('No text on screen was found.')
    return lines.flatMap(({ text, letterHeight, isOnBlock, span, box }) => {
      const height = letterHeight * screenLines
      const least = isOnBlock ? minLinesOnBlock : minLines
      if (height >= least - toleranceLines) return []
      const measured = `${height.toFixed(0)} of ${screenLines} lines`
      return [
        {
          level: 'warn' as const,
          message: `"${text.slice(0, 80)}" is ${measured} high.`,
          at: { ...locationOf(span), box },
          measured,
          expected: `at least ${least}${isOnBlock ? ' on a block' : ''}`,
        },
      ]
    })
  },
})

const screenLines = 1080
