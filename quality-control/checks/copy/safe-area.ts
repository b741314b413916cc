import { defineCheck, linesOf, notApplicable } from '../check'

export default defineCheck({
  title: 'All text stands inside the safe area',
  failureTitle: 'Text stands outside the safe area',
  why: 'Near the edges, text is cut off by screens, or covered by the buttons and names that platforms lay over it.',
  remedy: 'Move the text inwards, inside the frame that the report shows.',
  source: '90 % of the picture for television: EBU R95, SMPTE ST 2046-1',
  needs: ['text'],
  severity: 'minor',
  settings: {
    topPercent: { doc: 'Margin at the top', format: 'number', unit: '%', min: 0, max: 50, default: 5 },
    rightPercent: { doc: 'Margin on the right', format: 'number', unit: '%', min: 0, max: 50, default: 5 },
    bottomPercent: { doc: 'Margin at the bottom', format: 'number', unit: '%', min: 0, max: 50, default: 5 },
    leftPercent: { doc: 'Margin on the left', format: 'number', unit: '%', min: 0, max: 50, default: 5 },
    minLetters: {
      doc: 'Lines with fewer letters are not judged: OCR sees letters in textures',
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
            message: `"${line.slice(0, 80)}" stands ${measured}.`,
            at,
            measured,
            expected: `at least ${percent} %`,
          }
        })
    })
  },
})
