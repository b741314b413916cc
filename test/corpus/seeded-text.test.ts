import { stopPooledChildren } from '../../quality-control/probes/child-pool/child-pool'
import { isJudged } from '../../quality-control/probes/text/unknown-words'
import { measureAssets } from './text/measure-assets'
import { type Kind, kinds, languages, seededAsset } from './text/seeded-assets'

afterAll(stopPooledChildren)

/** English is judged on each host. */
test('planted misspellings are found, and their clean twins say nothing', async () => {
  const kindsHere: Kind[] = ['image', 'PDF text', 'PDF scan', 'title']
  const numbers = kindsHere.map((kind) => kinds.indexOf(kind) * languages.length)
  const outcomes = await measureAssets(numbers)
  const planted = outcomes.filter(({ isFound }) => isFound !== undefined)
  expect(outcomes.map(({ notJudged }) => notJudged)).toEqual(outcomes.map(() => undefined))
  expect(planted.filter(({ isFound }) => isFound).length).toBeGreaterThanOrEqual(planted.length - 1)
  expect(outcomes.flatMap(({ falseWords }) => falseWords)).toEqual([])
}, 120_000)

test('a language is judged where this host has its dictionary, and else the check says so', async () => {
  const number = languages.indexOf('de')
  const isGermanJudged = await isJudged('de', process.env.PATH ?? '')
  const [faulty, clean] = await measureAssets([number])
  expect(seededAsset(number).faulty.language).toBe('de')
  expect(faulty?.isFound).toBe(isGermanJudged)
  expect(clean?.falseWords).toEqual([])
  if (!isGermanJudged) expect(clean?.notJudged).toMatch(/^The text is in German. This host has no dictionary/)
}, 60_000)
