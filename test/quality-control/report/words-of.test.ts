import { reportLanguages } from '../../../config/formats'
import { renderReport } from '../../../quality-control/report/render-report'
import { isTranslated } from '../../../quality-control/report/words/translations-of'
import { wordsOf } from '../../../quality-control/report/words/words-of'
import { exampleReport } from '../../support/example-report'

type Word = (...values: unknown[]) => string

const call = (word: Word) => word(7, 8, 9)

/** Every text with its path; functions are called with marked arguments. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, call(value as Word)]]
  return Object.entries(value as object).flatMap(([key, one]) => textsOf(one, `${path}.${key}`))
}

const english = new Map(textsOf(wordsOf('en')))
/** Words that two languages share. */
const shared = [
  ...['areas', 'severities', 'months', 'lanes', 'image', 'pages', 'page', 'workflow', 'session'],
  ...[
    'provenance',
    'contact',
    'legendOf',
    'date',
    'boxFileVersion',
    'profileVersion',
    'acceptedUpTo',
    'colon',
  ],
]
const others = reportLanguages.filter((language) => language !== 'en')

describe.each(others)('the words of the report in %s', (language) => {
  const texts = textsOf(wordsOf(language))

  it('are all there', () => {
    expect(texts.map(([path]) => path)).toEqual([...english.keys()])
    expect(texts.filter(([, text]) => text.trim() === '' || text.includes('undefined'))).toEqual([])
    expect(wordsOf(language).months).toHaveLength(12)
  })

  it('are no English ones that were left', () => {
    const left = texts.filter(
      ([path, text]) => text === english.get(path) && !shared.includes(path.split('.')[1] ?? ''),
    )
    expect(left).toEqual([])
  })

  it('say all that is told to them', () => {
    const dropped = texts.filter(
      ([path, text]) => english.get(path)?.includes('7') === true && !text.includes('7'),
    )
    expect(dropped).toEqual([])
  })

  it('make a page of that language, in which the words of the checks are marked as English', () => {
    const page = renderReport(exampleReport(), [], { language, timeZone: 'Europe/Berlin' })
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(`<span lang="en">${exampleReport().results[0]?.title}</span>`)
    expect(page.includes(wordsOf(language).englishParts)).toBe(!isTranslated(language))
    expect(page).not.toMatch(/What to do|To do:|Findings|Measured|Timeline|Provenance<\/summary>.*x/)
  })
})

it('prints the time in the zone of the client beside UTC', () => {
  const timed = (timeZone?: string, eventTime = '2026-11-24T23:30:00Z') =>
    /<time datetime="[^"]*">([^<]*)</.exec(
      renderReport(exampleReport({ eventTime }), [], { language: 'en', timeZone }),
    )?.[1]
  expect(timed()).toBe('24 November 2026, 23:30:00 UTC')
  expect(timed('Europe/Berlin')).toBe(
    '25 November 2026, 00:30 Europe/Berlin (24 November 2026, 23:30:00 UTC)',
  )
  expect(timed('America/New_York')).toBe('24 November 2026, 18:30 America/New_York (23:30:00 UTC)')
  expect(timed('Europe/Berlin', 'never')).toBeUndefined()
})
