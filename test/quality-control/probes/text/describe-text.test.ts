import { describeText } from '../../../../quality-control/probes/text/describe-text'
import { textFacts, textLanguage } from '../../../support/facts'

const told = (...lines: string[]) =>
  Object.fromEntries(
    describeText(textFacts(lines, { languages: [] })).map(({ label, value }) => [label, value]),
  )

test.each([
  ['Only £49.90 per person', { Prices: '£49.90' }],
  ['ab 1.299,00 € inkl.', { Prices: '1.299,00 €' }],
  ['499 kronor', { Prices: '499 kronor' }],
  ['valid until 31 August 2026', { Dates: '31 August 2026' }],
  ['gültig bis 31.08.2026', { Dates: '31.08.2026', 'Legal lines': 'gültig bis 31.08.2026' }],
  ['do 31 sierpnia 2026', { Dates: '31 sierpnia 2026' }],
  ['hasta el 31 de agosto de 2026', { Dates: '31 de agosto de 2026' }],
  ['August 31, 2026', { Dates: 'August 31, 2026' }],
  ['Now 25 % off, twice 25 %', { Percentages: '25 %' }],
  ['See www.example.com/summer today', { Addresses: 'www.example.com/summer' }],
  ['Call 0800 123 4567 now', { 'Telephone numbers': '0800 123 4567' }],
  ['Under 18 years', { 'Other numbers': '18' }],
  ['Terms and conditions apply', { 'Legal lines': 'Terms and conditions apply' }],
  ['Fresh coffee for you', {}],
])('%s', (line, expected) => {
  expect(told(line)).toEqual(expected)
})

test('languages, with those whose spelling was not judged', () => {
  const languages = [textLanguage('en', 30), textLanguage('da', 8, false)]
  expect(describeText(textFacts(['Fresh coffee'], { languages }))).toEqual([
    { label: 'Languages', value: 'English (30 words) · Danish (8 words, spelling not judged)' },
  ])
})

test('an asset without text says nothing', () => {
  expect(describeText(undefined)).toEqual([])
  expect(describeText(textFacts([]))).toEqual([])
})
