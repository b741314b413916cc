import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Required text is present',
  failureTitle: 'Required text is missing',
  why:
    'Legal lines, claims and addresses are required by law or by the brand. Without them the ad must ' +
    'not run.',
  remedy:
    'Add the missing text. If it is there but very small or on a busy background, make it easier to ' +
    'read.',
  source: 'No standard: the profile lists the texts',
  needs: ['text'],
  severity: 'major',
  settings: {
    phrases: {
      doc: 'Texts that must appear; case, spaces and punctuation are ignored',
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
