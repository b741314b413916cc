import { describeCheck } from '../../../support/check-table'
import { textFacts, textLanguage } from '../../../support/facts'

const noText = { text: textFacts([]) }
const recieve = { suggestions: ['receive'], judged: 'recieve', language: 'en' }

describeCheck('copy/spelling', [
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'known words', facts: { text: textFacts(['Summer sale in all shops']) }, is: 'pass' },
  {
    name: 'a word that two readings agree on',
    facts: { text: textFacts(['recieve,'], recieve) },
    is: 'warn',
    saying: '"recieve" is not in the dictionary. Did you mean receive?',
  },
  {
    name: 'a word of little confidence that a second reading confirms',
    facts: { text: textFacts(['recieve'], { ...recieve, confidence: 55 }) },
    is: 'warn',
  },
  {
    name: 'a word that a line divides',
    facts: {
      text: textFacts(['refresh-'], { suggestions: ['refreshing'], judged: 'refreshng', language: 'en' }),
    },
    is: 'warn',
    saying: '"refreshng" is not in the dictionary',
  },
  {
    name: 'a brand on the list',
    facts: { text: textFacts(['blorbo'], { suggestions: ['borbo'], language: 'en' }) },
    settings: { acceptedWords: ['Blorbo'] },
    is: 'pass',
  },
  {
    name: 'a compound with a brand on the list',
    facts: { text: textFacts(['blorbo-style'], { suggestions: ['borbo'], language: 'en' }) },
    settings: { acceptedWords: ['Blorbo'] },
    is: 'pass',
  },
  {
    name: 'a name',
    facts: { text: textFacts(['Neddy'], { suggestions: ['Needy'], language: 'en', isLikelyName: true }) },
    is: 'pass',
  },
  {
    name: 'a name, when names are judged',
    facts: { text: textFacts(['Neddy'], { suggestions: ['Needy'], language: 'en', isLikelyName: true }) },
    settings: { includesCapitalised: true },
    is: 'warn',
  },
  {
    name: 'three letters out of a texture',
    facts: { text: textFacts(['ine'], { suggestions: ['wine'], language: 'en' }) },
    is: 'pass',
  },
  {
    name: 'a language without a dictionary',
    facts: { text: textFacts(['Sommerudsalg'], { languages: [textLanguage('da', 12, false)] }) },
    is: 'not_applicable',
    saying: 'The text is in Danish. This host has no dictionary of it',
  },
  {
    name: 'a language that the profile does not name',
    facts: { text: textFacts(['Kafee'], { languages: [textLanguage('de')], suggestions: ['Kaffee'] }) },
    settings: { languages: ['en', 'fr'] },
    is: 'not_applicable',
    saying: 'The text is in German. The profile names en, fr',
  },
  {
    name: 'no language that anyone knows',
    facts: { text: textFacts(['Blorbo zwickt'], { languages: [] }) },
    is: 'not_applicable',
    saying: 'was not recognised',
  },
  {
    name: 'a fault in one of two languages',
    facts: {
      text: textFacts(['Kafee'], {
        languages: [textLanguage('en'), textLanguage('de')],
        suggestions: ['Kaffee'],
        language: 'de',
      }),
    },
    settings: { languages: ['de'] },
    is: 'warn',
  },
  {
    name: 'the same word in two frames of a video',
    facts: {
      text: {
        ...textFacts([]),
        words: [1, 2].flatMap((atSeconds) => textFacts(['recieve'], { ...recieve, atSeconds }).words),
      },
    },
    is: 'warn',
  },
])
