import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Word } from '../../../../quality-control/facts/text'
import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { markSpelling } from '../../../../quality-control/probes/text/mark-spelling'

const scratchDir = mkdtempSync(join(tmpdir(), 'qc-spelling-'))
const options = {
  signal: new AbortController().signal,
  timeoutMs: 60_000,
  memoryBytes: 4e9,
  // English needs nothing of the host.
  searchPath: process.env.PATH ?? '',
  scratchDir,
}

afterAll(() => {
  stopPooledChildren()
  rmSync(scratchDir, { recursive: true })
})

/** One line for each text. */
const lines = (texts: readonly string[], changes: Partial<Word> = {}): Word[] =>
  texts.flatMap((text, line) =>
    text.split(' ').map((one, place) => ({
      text: one,
      confidence: 100,
      page: 1,
      x: place / 10,
      y: line / 20,
      width: 0.1,
      height: 0.02,
      line,
      ...changes,
    })),
  )
const faults = async (...texts: string[]) =>
  (await markSpelling(lines(texts), options)).words
    .filter(({ suggestions, isLikelyName }) => suggestions !== undefined && isLikelyName !== true)
    .map(({ judged }) => judged)

const good = 'We roast our coffee every morning and deliver it to your door.'

test.each(['Lorem ipsum', 'LOREM ipsum dolor', 'Xqzt Vrkl Mnop'])(
  'names no language that no dictionary confirms: %s',
  async (text) => {
    expect(await markSpelling(lines([text]), options)).toMatchObject({ languages: [] })
  },
)

test('marks a word one slip away from a known one, with what was meant', async () => {
  const { words, languages } = await markSpelling(
    lines(['The quick brown fox definately jumps over the lazy dog, doesn’t it?']),
    options,
  )
  const [marked, ...others] = words.filter(({ suggestions }) => suggestions !== undefined)
  expect(others).toEqual([])
  expect(marked).toMatchObject({ text: 'definately', judged: 'definately', language: 'en' })
  expect(marked?.suggestions).toContain('definitely')
  expect(languages).toMatchObject([{ code: 'en', name: 'English', isJudged: true }])
})

test.each([
  ['a compound with a hyphen', 'A best-in-class, state-of-the-art machine with user-friendly buttons.'],
  ['British spelling', 'The colour of the aluminium programme was customised in our favourite centre.'],
  ['American spelling', 'The color of the aluminum program was customized in our favorite center.'],
  ['ligatures', 'The ﬁrst oﬃce has a ﬂexible ﬁlter for eﬀective coﬀee.'],
  ['addresses and numbers', 'See www.exmple.com or mail@exmple.com, 10xx off, @hndle and wrod/wrod now.'],
  ['inner capitals and short words', 'The new iPhnoe and eBokk are zq and here for you today.'],
  ['a name inside a sentence', 'Our friend Neddy drinks coffee with Marcelo Brandtner every morning.'],
  ['possessives', 'The company’s and its customers’ best coffee isn’t the neighbour’s.'],
  ['an invented word far from any other', 'The new xqwrtzl is here for you and all your friends.'],
])('%s is no fault', async (_, text) => {
  expect(await faults(text)).toEqual([])
})

test.each([
  ['in a compound with a hyphen', 'A user-freindly machine for all of your coffee.', 'user-freindly'],
  ['at the start of a headline', 'Refreshng taste for every morning of the year.', 'Refreshng'],
  ['in a title', 'The Most Beautifull Coffee In Town', 'Beautifull'],
  ['in capitals', 'THE MOST BEAUTIFULL COFFEE IN TOWN', 'BEAUTIFULL'],
  ['before a full stop', 'We deliver it to your adress.', 'adress'],
])('a slip %s is found', async (_, text, fault) => {
  expect(await faults(good, text)).toEqual([fault])
})

test('of two words one may be misspelled', async () => {
  expect(await faults('Freshly', 'refreshng')).toEqual(['refreshng'])
})

test('a word that a line end divides is one word', async () => {
  expect(await faults(good, 'Every cup is wonderfully refresh-', 'ing and good for you.')).toEqual([])
  expect(await faults(good, 'Every cup is wonderfully refresh\u00ad', 'ing and good for you.')).toEqual([])
  expect(await faults(good, 'Every cup is wonderfully refresh-', 'ng and good for you.')).toEqual([
    'refreshng',
  ])
})

test('a word that returns often is a term of its author', async () => {
  const term = 'A coffeer is a person who likes coffee.'
  expect(await faults(good, term)).toEqual(['coffeer'])
  expect(await faults(good, term, term, term, term)).toEqual([])
})

test('what OCR is not sure of is left out', async () => {
  const { words } = await markSpelling(lines([`${good} definately`], { confidence: 40 }), options)
  expect(words.some(({ suggestions }) => suggestions !== undefined)).toBe(false)
})

test('a language without a dictionary is named and not judged', async () => {
  const bare = { ...options, searchPath: '/nonexistent' }
  const german = 'Unsere besten Angebote finden Sie jetzt überall in Ihrer Nähe und natürlich auch im Netzz'
  const { words, languages } = await markSpelling(lines([german]), bare)
  expect(words.some(({ suggestions }) => suggestions !== undefined)).toBe(false)
  expect(languages).toMatchObject([{ code: 'de', name: 'German', isJudged: false }])
})

test('each passage is judged in its own language', async () => {
  const bare = { ...options, searchPath: '/nonexistent' }
  const german = 'Unsere besten Angebote finden Sie jetzt überall in Ihrer Nähe und natürlich auch im Netz'
  const english = 'Our best offers are now in a shop near you, and of cuorse on the web for everyone'
  const { words, languages } = await markSpelling(lines([german, english, german]), bare)
  const marked = words.filter(({ suggestions }) => suggestions !== undefined)
  expect(marked.map(({ judged, language }) => [judged, language])).toEqual([['cuorse', 'en']])
  expect(languages.map(({ code }) => code)).toEqual(['de', 'en'])
})

test('three thousand words are checked quickly, and words of no language are not marked', async () => {
  const many = Array.from(
    { length: 300 },
    (_, index) => `wrod${'abcdefghij'[index % 10] ?? ''} qzx house wrodx blorbq`,
  )
  expect(await faults(...many)).toEqual([])
})
