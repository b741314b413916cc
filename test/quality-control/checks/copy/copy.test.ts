import { describeCheck } from '../../../support/check-table'
import { textFacts } from '../../../support/facts'

const noText = { text: textFacts([]) }
noText.text.words.length = 0

describeCheck('copy/spelling', [
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'known words', facts: { text: textFacts(['Summer sale in all shops']) }, is: 'pass' },
  {
    name: 'an unknown word',
    facts: { text: textFacts(['recieve'], { suggestions: ['receive'] }) },
    is: 'warn',
    saying: '"recieve" is in no dictionary. Meant: receive?',
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

describeCheck('copy/text-size', [
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'a headline', facts: { text: textFacts(['Summer sale'], { height: 0.08 }) }, is: 'pass' },
  {
    name: 'small print',
    facts: { text: textFacts(['Terms and conditions apply'], { height: 0.006 }) },
    is: 'warn',
    saying: '0.6 % of the height',
  },
  {
    name: 'small print that is accepted',
    facts: { text: textFacts(['Terms apply'], { height: 0.006 }) },
    settings: { minHeightPercent: 0.5 },
    is: 'pass',
  },
  { name: 'specks in a texture', facts: { text: textFacts(['i l'], { height: 0.004 }) }, is: 'pass' },
])

describeCheck('copy/safe-area', [
  { name: 'no text', facts: noText, is: 'not_applicable' },
  { name: 'text in the middle', facts: { text: textFacts(['Summer sale']) }, is: 'pass' },
  {
    name: 'text at the top',
    facts: { text: textFacts(['Summer sale'], { y: 0.02 }) },
    is: 'warn',
    saying: '2.0 % from the top',
  },
  {
    name: 'text at the bottom',
    facts: { text: textFacts(['Summer sale'], { y: 0.95 }) },
    is: 'warn',
    saying: 'from the bottom',
  },
  {
    name: 'text at the left',
    facts: { text: textFacts(['Summer'], { x: 0.01 }) },
    is: 'warn',
    saying: 'from the left',
  },
  {
    name: 'text at the right',
    facts: { text: textFacts(['Summer'], { x: 0.95 }) },
    is: 'warn',
    saying: 'from the right',
  },
  {
    name: 'text under a story’s head',
    facts: { text: textFacts(['Summer sale'], { y: 0.1 }) },
    settings: { topPercent: 14 },
    is: 'warn',
    saying: '10.0 % from the top',
  },
  {
    name: 'text within rounding of the edge',
    facts: { text: textFacts(['Summer sale'], { y: 0.049 }) },
    is: 'pass',
  },
])

describeCheck('copy/placeholder-text', [
  { name: 'final text', facts: { text: textFacts(['Summer sale', 'Two for one']) }, is: 'pass' },
  {
    name: 'lorem ipsum',
    facts: { text: textFacts(['Lorem ipsum dolor']) },
    is: 'fail',
    saying: 'placeholder "lorem ipsum"',
  },
  { name: 'a date to come', facts: { text: textFacts(['From XX.XX.2026']) }, is: 'fail', saying: '"XX"' },
  { name: 'to be confirmed', facts: { text: textFacts(['Price: (TBC)']) }, is: 'fail' },
  { name: 'a size that begins alike', facts: { text: textFacts(['Sizes S to XXL']) }, is: 'pass' },
  {
    name: 'two crosses that OCR is not sure of',
    facts: { text: textFacts(['XX'], { confidence: 75 }) },
    is: 'pass',
  },
  {
    name: 'a phrase of the profile',
    facts: { text: textFacts(['Insert price']) },
    settings: { phrases: ['insert price'] },
    is: 'fail',
  },
])

describeCheck('copy/required-text', [
  { name: 'nothing required', facts: { text: textFacts(['Summer']) }, is: 'not_applicable' },
  {
    name: 'there',
    facts: { text: textFacts(['Drink', 'responsibly.']) },
    settings: { phrases: ['Drink responsibly'] },
    is: 'pass',
  },
  {
    name: 'there, in capitals',
    facts: { text: textFacts(['DRINK RESPONSIBLY']) },
    settings: { phrases: ['Drink responsibly!'] },
    is: 'pass',
  },
  {
    name: 'missing',
    facts: { text: textFacts(['Drink']) },
    settings: { phrases: ['Drink responsibly'] },
    is: 'fail',
    saying: '"Drink responsibly" was not found',
  },
])

const code = (text: string) => ({
  codes: { codes: [{ format: 'QRCode', text, page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] },
})

describeCheck('copy/qr-code', [
  { name: 'no code, none required', facts: { codes: { codes: [] } }, is: 'not_applicable' },
  {
    name: 'no code, one required',
    facts: { codes: { codes: [] } },
    settings: { isRequired: true },
    is: 'fail',
    saying: 'No code could be read',
  },
  { name: 'a good address', facts: code('https://example.com/summer?x=1'), is: 'pass' },
  {
    name: 'an address without a dot',
    facts: code('https://example/summer'),
    is: 'fail',
    saying: 'no web address',
  },
  { name: 'an address with a blank', facts: code('https://example.com/summer sale'), is: 'fail' },
  {
    name: 'an address without encryption',
    facts: code('http://example.com'),
    is: 'warn',
    saying: 'https://',
  },
  { name: 'a contact card', facts: code('BEGIN:VCARD'), is: 'pass' },
  {
    name: 'the client’s host',
    facts: code('https://www.example.com/'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'pass',
  },
  {
    name: 'another host',
    facts: code('https://badexample.com/'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'fail',
    saying: 'leads to badexample.com',
  },
  {
    name: 'a staging address with a port',
    facts: code('https://staging.example.com:8443/x'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'pass',
  },
  {
    name: 'no address where hosts are named',
    facts: code('12345'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'fail',
  },
])
