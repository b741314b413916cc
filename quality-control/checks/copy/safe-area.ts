import { defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'Text is inside the safe area',
  failureTitle: 'Text is outside the safe area',
  why: 'Near the edges, screens cut text off, or platforms cover it with buttons and names.',
  remedy: 'Move the text inwards, inside the frame that the report shows.',
  source: 'EBU R 95 and SMPTE ST 2046-1 (90 % of the picture for television); platforms publish their own',
  needs: ['text'],
  severity: 'minor',
  settings: {
    topPercent: {
      doc: 'Minimum margin at the top',
      format: 'number',
      unit: '%',
      min: 0,
      max: 50,
      default: 5,
    },
    rightPercent: {
      doc: 'Minimum margin on the right',
      format: 'number',
      unit: '%',
      min: 0,
      max: 50,
      default: 5,
    },
    bottomPercent: {
      doc: 'Minimum margin at the bottom',
      format: 'number',
      unit: '%',
      min: 0,
      max: 50,
      default: 5,
    },
    leftPercent: {
      doc: 'Minimum margin on the left',
      format: 'number',
      unit: '%',
      min: 0,
      max: 50,
      default: 5,
    },
    minLetters: {
      doc: 'Minimum number of letters in a line; OCR finds single letters in textures',
      format: 'nat',
      unit: 'letters',
      default: 4,
    },
  },
  run: ({ text }, { topPercent, rightPercent, bottomPercent, leftPercent, minLetters }) => {
    if (text.words.length === 0) return notApplicable('No text was found.')
    return linesOf(text).flatMap(({ text: line, box, at }) => {
      if ((line.match(/\p{L}/gu)?.length ?? 0) < minLetters) return []
      const edges = [
        { name: 'top', percent: topPercent, distance: box.y },
        { name: 'right', percent: rightPercent, distance: 1 - box.x - box.width },
        { name: 'bottom', percent: bottomPercent, distance: 1 - box.y - box.height },
        { name: 'left', percent: leftPercent, distance: box.x },
      ]
      return edges
        .filter(({ percent, distance }) => distance * 100 < percent - 0.2)
        .map(({ name, percent, distance }) => {
          const measured = `${Math.max(0, distance * 100).toFixed(1)} % from the ${name}`
          return {
            level: 'warn' as const,
            message: `"${line.slice(0, 80)}" is ${measured}.`,
            at,
            measured,
            expected: `at least ${percent} %`,
          }
        })
    })
  },
})
