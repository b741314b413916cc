import { catalogue } from '../../../../quality-control/checks/catalogue'
import { buildReport } from '../../../../quality-control/build-report'
import type { TextFacts } from '../../../../quality-control/facts/text'
import { planChecks } from '../../../../quality-control/plan-checks'
import { renderReport } from '../../../../quality-control/report/render-report'
import { exampleReport } from '../../../support/example-report'
import { audioFacts, videoFacts } from '../../../support/media-facts'

const words: [string, number][] = [
  ['Lorem', 0.1],
  ['ipsum', 0.3],
  ['dolor', 0.5],
]
const text: TextFacts = {
  source: 'ocr',
  wordsOmitted: 0,
  languages: [{ code: 'en', name: 'English', words: 3, isJudged: true }],
  words: words.map(([word, x]) => ({
    ...{ text: word, x, y: 0.001, width: 0.15, height: 0.01, page: 1, line: 1, confidence: 95 },
    ...{ language: 'en', suggestions: ['lore'], judged: word },
  })),
}

const { loudness } = audioFacts()
const facts = {
  text,
  codes: { codes: [] },
  video: videoFacts(),
  audio: audioFacts({
    loudness: { ...loudness, integratedLufs: -18.2, rangeLu: 21.5, truePeakDbtp: -0.3, maxMomentaryLufs: -8 },
    clipping: [{ start: 4, end: 4.1 }],
    dropouts: [{ start: 7, end: 7.05 }],
    silences: [{ start: 5, end: 7.4 }],
  }),
}

const settings = {
  'audio/clipping': { maxLocations: 0 },
  'audio/dropouts': {},
  'audio/loudness': {},
  'audio/loudness-range': { maxRangeLu: 18, minSeconds: 5 },
  'audio/must-be-silent': {},
  'audio/short-term-loudness': { mustMeetBoth: true },
  'audio/silence': {},
  'audio/silent-ends': { minFrames: 6 },
  'audio/true-peak': {},
  'copy/placeholder-text': {},
  'copy/qr-code': { isRequired: true },
  'copy/required-text': { phrases: ['Drink responsibly'] },
  'copy/safe-area': {},
  'copy/spelling': {},
  'copy/text-size': { minHeightPercent: 2 },
}

const profile = {
  ...{
    id: 'tv',
    title: 'TV',
    description: '',
    version: '0123456789ab',
    media: [],
    extensions: [],
    maxBytes: 1,
  },
  checks: Object.entries(settings).map(([id, own]) => ({ id, settings: own })),
}
const plan = { profile, medium: 'video' as const, checks: planChecks(profile, catalogue()) }
const probed = { facts, problems: {}, technicalFacts: [], tools: [] }
const report = buildReport(exampleReport(), plan, probed, catalogue())
const page = (language: 'de' | 'en') => renderReport(report, [], { language })
const german = page('de').split('<script type="application/json"')[0] ?? ''

it('finds something in each of fifteen checks', () => {
  expect(report.results.filter(({ findings }) => findings.length > 0)).toHaveLength(15)
})

it('says all of it in German', () => {
  expect(german).toContain('<html lang="de">')
  expect(german.match(/<span lang="en">[^<]*/g) ?? []).toEqual([])
})

it.each([
  'Der Ton ist zu laut oder zu leise',
  'Der Ton ist 4,8 LU zu laut.',
  '-18,2 LUFS',
  '-23 LUFS ± 0,5 LU',
  'Ändern Sie den Pegel der ganzen Mischung',
  'Stille von 2,4 s.',
  'höchstens 1 s',
  'Der Anfang des Programms ist nicht über 6 Einzelbilder still.',
  '„Lorem ipsum dolor“ enthält den Platzhalter „lorem ipsum“.',
  '„Lorem“ steht nicht im Wörterbuch. Meinten Sie lore?',
  '„Lorem ipsum dolor“ ist 0,1 % vom oberen Rand entfernt.',
  'Es ließ sich kein Code lesen.',
])('says %j', (sentence) => {
  expect(german).toContain(sentence)
})

it('writes score and size with a decimal comma', () => {
  const other = renderReport({ ...report, score: 12.5, sizeBytes: 3890 }, [], { language: 'de' })
  expect(other).toContain('<b>12,5</b>')
  expect(other).toContain('3,89 kB')
})

it('keeps the stored report in English: waivers and the command line read it', () => {
  expect(report.results.find(({ check }) => check === 'audio/loudness')?.findings).toEqual([
    expect.objectContaining({ message: 'The audio is 4.8 LU too loud.', expected: '-23 LUFS ± 0.5 LU' }),
  ])
  expect(page('en')).toContain('The audio is 4.8 LU too loud.')
  expect(page('en')).not.toContain('lang="de"')
})

it('leaves a text of another release in English and marks it', () => {
  const [first] = report.results
  if (first === undefined) throw new Error('no result')
  const older = { ...report, results: [{ ...first, title: 'A title of an older release' }] }
  expect(renderReport(older, [], { language: 'de' })).toContain(
    '<span lang="en">A title of an older release</span>',
  )
})

it('says in German why a file was rejected', () => {
  const message = 'The upload broke off. Export it again or upload it again.'
  const rejected = { ...report, rejection: { type: 'corrupt' as const, message } }
  expect(renderReport(rejected, [], { language: 'de' })).toContain('Exportieren Sie')
})
