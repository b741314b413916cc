import { defineCheck, linesOf } from '../check'

export default defineCheck({
  title: 'No placeholder text is left',
  failureTitle: 'Placeholder text is left',
  why: 'Dummy text and "to be confirmed" belong in drafts. When published, everyone notices.',
  remedy: 'Insert the final text and export again.',
  source: 'No standard: phrases that layout programs and agencies use as placeholders',
  needs: ['text'],
  severity: 'blocker',
  settings: {
    phrases: {
      doc: 'Words and phrases that must not appear; case and punctuation are ignored',
      format: 'strings',
      default: [
        'lorem ipsum',
        'dolor sit amet',
        'consectetur adipiscing',
        'TBC',
        'TBD',
        'XX',
        'XXX',
        'XXXX',
        'FPO',
        'placeholder',
        'dummy text',
        'insert text',
        'insert copy',
        'insert logo',
        'headline here',
        'copy here',
        'text here',
        'your logo here',
        'copy to come',
        // The only page of an Illustrator file without a PDF inside.
        'saved without PDF content',
      ],
    },
    minShortWordConfidence: {
      doc: 'Minimum OCR confidence for words of up to four letters, which OCR also finds in textures',
      format: 'nat',
      unit: 'of 100',
      max: 100,
      default: 88,
    },
  },
  run: ({ text }, { phrases, minShortWordConfidence }) =>
    linesOf(text).flatMap(({ text: line, words, at }) => {
      const isSure = words.every(({ confidence }) => confidence >= minShortWordConfidence)
      const found = phrases.find((phrase) => (phrase.length > 4 || isSure) && contains(line, phrase))
      return found === undefined
        ? []
        : [
            {
              message: `"${line.slice(0, 80)}" contains the placeholder "${found}".`,
              at,
              measured: found,
              expected: 'final text',
            },
          ]
    }),
})

function contains(line: string, phrase: string): boolean {
  return ` ${plain(line)} `.includes(` ${plain(phrase)} `)
}

/** A slash stays a word of its own: "INSERT/COPY function" is not the phrase "insert copy". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .replace(/\//g, ' / ')
    .trim()
}
