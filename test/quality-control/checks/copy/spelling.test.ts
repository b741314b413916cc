import { describeCheck } from '../../../support/check-table'
import { textFacts } from '../../../support/facts'

const noText = { text: textFacts([]) }

describeCheck('copy/spelling', [
  {
    name: 'a word that OCR misread',
    facts: { text: textFacts(['morming'], { suggestions: ['morning', 'forming'] }) },
    is: 'pass',
  },
  {
    name: 'the same word in the text of a PDF',
    facts: { text: textFacts(['morming'], { source: 'pdf', suggestions: ['morning'] }) },
    is: 'warn',
  },
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'known words', facts: { text: textFacts(['Summer sale in all shops']) }, is: 'pass' },
  {
    name: 'an unknown word',
    facts: { text: textFacts(['recieve'], { suggestions: ['receive'] }) },
    is: 'warn',
    saying: '"recieve" is not in the dictionary. Did you mean receive?',
  },
  {
    name: 'a brand on the list',
    facts: { text: textFacts(['blorbo'], { suggestions: [] }) },
    settings: { acceptedWords: ['Blorbo'] },
    is: 'pass',
  },
  { name: 'a name', facts: { text: textFacts(['Neddy'], { suggestions: [] }) }, is: 'pass' },
  {
    name: 'a name, when names are judged',
    facts: { text: textFacts(['Neddy'], { suggestions: [] }) },
    settings: { includesCapitalised: true },
    is: 'warn',
  },
  {
    name: 'three letters out of a texture',
    facts: { text: textFacts(['ine'], { suggestions: [] }) },
    is: 'pass',
  },
  {
    name: 'what OCR is not sure of',
    facts: { text: textFacts(['recieve'], { suggestions: [], confidence: 60 }) },
    is: 'pass',
  },
  {
    name: 'another language',
    facts: { text: textFacts(['Sommerschlussverkauf'], { isEnglish: false }) },
    is: 'not_applicable',
    saying: 'not English',
  },
])
