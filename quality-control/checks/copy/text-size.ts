import { defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'Text is large enough to read',
  failureTitle: 'Some text is too small to read',
  why: 'Small print that nobody can read does not inform, and regulators treat it as missing.',
  remedy: 'Make the text larger, or shorten it.',
  source: 'BCAP guidance on superimposed text (30 of 1,080 lines); no standard for stills: 1 % of the height',
  needs: ['text'],
  severity: 'minor',
  settings: {
    minHeightPercent: {
      doc: 'Minimum height of a line of text, relative to the height of the image or page',
      format: 'number',
      unit: '%',
      min: 0,
      max: 100,
      default: 1,
    },
    minLetters: {
      doc: 'Minimum number of letters in a line; OCR finds single letters in textures',
      format: 'nat',
      unit: 'letters',
      default: 4,
    },
  },
  run: ({ text }, { minHeightPercent, minLetters }) => {
    if (text.words.length === 0) return notApplicable('No text was found.')
    return linesOf(text).flatMap(({ text: line, words, at }) => {
      const letters = line.match(/\p{L}/gu)?.length ?? 0
      const percent = Math.max(...words.map(({ height }) => height)) * 100
      if (letters < minLetters || percent >= minHeightPercent) return []
      const measured = `${percent.toFixed(1)} % of the height`
      const expected = `at least ${minHeightPercent} %`
      return [
        { level: 'warn' as const, message: `"${line.slice(0, 80)}" is ${measured}.`, at, measured, expected },
      ]
    })
  },
})
