import { join } from 'node:path'

import { translationsOf } from '../../quality-control/report/words/translations-of'
import { englishWords } from './english-words'
import { missingWords } from './missing-words'
import { sentencesIn } from './sentences-in'

const english = englishWords(join(__dirname, '../..'))

it('finds what the checks and the probes say', () => {
  const { checks, shared, sentences, formats, facts } = english
  expect(checks.size).toBeGreaterThan(100)
  expect(checks.get('audio/loudness')).toEqual([
    'The audio is {0} LU too loud.',
    'The audio is {0} LU too quiet.',
  ])
  expect(checks.get('pdf/annotations')).toContain('Page {0} has {1} comment ({2}) that will be printed.')
  expect(shared).toEqual(expect.arrayContaining(['1 frame', 'at most {0} s', 'No text was found.']))
  expect(sentences).toContain('The upload broke off. Export it again or upload it again.')
  expect(formats).toEqual(expect.arrayContaining(['a JPEG image', 'an MP4 video']))
  expect(facts).toEqual(expect.arrayContaining(['Frame rate', 'Fonts', 'Frame at {0} s']))
})

it.each([
  ['joined texts', "const a = { message: 'One ' + `of ${n}.` }", ['One of {0}.']],
  ['conditions', 'const a = { message: `It is ${n > 1 ? "old" : "new"}.` }', ['It is old.', 'It is new.']],
  [
    'constants and functions',
    'const f = (n) => n === 1 ? "1 page" : `${n} pages`; const a = { expected: f(x), level: "fail" }',
    ['1 page', '{0} pages'],
  ],
  ['tables', 'const t = { a: "red", b: "blue" }; notApplicable(`No ${t[k]}.`)', ['No red.', 'No blue.']],
  ['arguments', 'const f = (what) => ({ message: `Too ${what}.` }); f("big")', ['Too big.']],
  ['parts of a list', "const a = { expected: names.join(' or ') }", ['{0} or {1}']],
  ['no units', 'const a = { measured: `${n} LUFS` }', []],
  ['no settings', "const a = { settings: { x: { doc: 'A setting' } }, title: 'A title' }", []],
])('writes out %s', (_, source, sentences) => {
  expect(sentencesIn('source.ts', source)).toEqual(sentences)
})

describe.each(['de', 'fr', 'es'] as const)('what the checks say in %s', (language) => {
  const translations = translationsOf(language)
  const { wrong, checks, says, ...texts } = missingWords(translations, english)

  it('has no text that nothing says any more, and loses no value', () => {
    expect(wrong).toEqual([])
  })

  it('is all there when the language says so', () => {
    const missing = { checks, says: Object.fromEntries(says), ...texts }
    const nothing = { checks: [], says: {}, shared: [], sentences: [], formats: [], facts: [] }
    expect(translations.isComplete ? missing : nothing).toEqual(nothing)
  })
})
