import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'The required text is there',
  failureTitle: 'Required text is missing',
  why: 'Legal lines, claims and addresses are required by law or by the brand; without them the ad must not run.',
  remedy:
    'Add the missing text. If it is there but set very small or on a busy ground, the machine could not read it: nor will people.',
  needs: ['text'],
  severity: 'major',
  settings: {
    phrases: {
      doc: 'Texts that must be there; case, spaces and punctuation do not matter',
      format: 'strings',
      default: [],
    },
  },
  run: ({ text }, { phrases }) => {
    if (phrases.length === 0) return notApplicable('The profile requires no text.')
    const shown = letters(text.words.map((word) => word.text).join(''))
    return phrases
      .filter((phrase) => !shown.includes(letters(phrase)))
      .map((phrase) => ({ message: `"${phrase}" was not found.`, measured: 'not found', expected: phrase }))
  },
})

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
