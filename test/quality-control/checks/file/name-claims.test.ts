import { catalogue } from '../../../../quality-control/checks/catalogue'
import { runCheck } from '../../../../quality-control/run-check'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { fileFacts, imageFacts, textFacts, textLanguage } from '../../../support/facts'
import { audioFacts, videoFacts } from '../../../support/media-facts'

const template = '{client}_{campaign}_{width}x{height}_{seconds}s_{language}'

const named = (name: string) => fileFacts({ name, extension: name.split('.').at(-1)?.toLowerCase() })

const ofImage = ({
  name = '',
  ...changes
}: {
  name?: string
  widthPixels?: number
  heightPixels?: number
}) => ({
  file: named(name),
  image: imageFacts({ widthPixels: 1080, heightPixels: 1350, ...changes }),
})
const ofVideo = ({ name = '', seconds = 15, language = 'eng', rate = 25 }) => ({
  file: { ...named(name), typeDescription: 'MP4 video' },
  video: videoFacts({ durationSeconds: seconds, frameRate: { nominal: rate, isVariable: false } }),
  audio: audioFacts({
    streams: [{ codec: 'aac', channels: 2, layout: 'stereo', sampleRateHz: 48_000, language }],
  }),
})
const image = rowsOf(ofImage)
const video = rowsOf(ofVideo)
const english = Array.from({ length: 3 }, () => 'Fresh coffee every morning from your local roastery')

describeCheck('file/name-claims', [
  image.notApplicable('no rule', { name: 'a.jpg' }),
  image.pass(
    'the named size',
    { name: 'acme_summer_1080x1350.jpg' },
    { settings: { template: '{client}_{campaign}_{width}x{height}' } },
  ),
  image.fail(
    'another height',
    { name: 'acme_summer_1080x1080.jpg' },
    {
      settings: { template: '{client}_{campaign}_{width}x{height}' },
      saying: 'The name says 1080 × 1080 pixels, but the file is 1080 × 1350 pixels.',
    },
  ),
  image.fail(
    'width and height swapped',
    { name: 'acme_summer_1350x1080.jpg' },
    {
      settings: { template: '{client}_{campaign}_{width}x{height}' },
      saying: /1350 × 1080.*1080 × 1350/,
    },
  ),
  image.fail(
    'a name against the rule',
    { name: 'final_v7.jpg' },
    {
      settings: { template: '{client}_{campaign}_{width}x{height}' },
      saying: 'does not follow the rule {client}_{campaign}_{width}x{height}',
    },
  ),
  image.pass(
    'a still of 0 s',
    { name: 'acme_1080x1350_0s.jpg' },
    { settings: { template: '{client}_{width}x{height}_{seconds}s' } },
  ),
  image.fail(
    'a still for a film',
    { name: 'acme_1080x1350_15s.jpg' },
    {
      settings: { template: '{client}_{width}x{height}_{seconds}s' },
      saying: 'The name says 15 s, but the file is a still',
    },
  ),
  image.fail(
    'only a height',
    { name: 'acme_1080.jpg' },
    { settings: { template: '{client}_{height}' }, saying: '1080 high' },
  ),
  image.pass(
    'case is ignored',
    { name: 'ACME_1080X1350.JPG' },
    { settings: { template: '{client}_{width}x{height}' } },
  ),
  image.fail(
    'another medium',
    { name: 'acme_video.jpg' },
    { settings: { template: '{client}_{medium}' }, saying: 'image (JPEG image)' },
  ),
  video.pass('all as named', { name: 'acme_summer_1920x1080_15s_en.mp4' }, { settings: { template } }),
  video.pass(
    'within half a second',
    { name: 'acme_summer_1920x1080_15s_en.mp4', seconds: 15.48 },
    { settings: { template } },
  ),
  video.fail(
    'more than half a second',
    { name: 'acme_summer_1920x1080_15s_en.mp4', seconds: 15.6 },
    { settings: { template }, saying: 'The name says 15 s, but the file is 15.6 s' },
  ),
  video.fail(
    'a narrower tolerance',
    { name: 'acme_summer_1920x1080_15s_en.mp4', seconds: 15.08 },
    { settings: { template, toleranceSeconds: 0.04 } },
  ),
  video.warn(
    'another language',
    { name: 'acme_summer_1920x1080_15s_de.mp4' },
    { settings: { template }, saying: 'The name says the language de, but the file declares eng.' },
  ),
  video.pass(
    'a language of three letters',
    { name: 'acme_summer_1920x1080_15s_DEU.mp4', language: 'ger' },
    { settings: { template } },
  ),
  video.pass(
    '29.97 is 30',
    { name: 'acme_30.mov', rate: 30_000 / 1001 },
    { settings: { template: '{client}_{framesPerSecond}' } },
  ),
  video.fail(
    'another rate',
    { name: 'acme_30.mov' },
    { settings: { template: '{client}_{framesPerSecond}' }, saying: '30 frames per second' },
  ),
  {
    name: 'English text under a German name',
    facts: { ...ofImage({ name: 'acme_de.jpg' }), text: textFacts(english) },
    settings: { template: '{client}_{language}' },
    is: 'warn',
    saying: 'but its text is in English',
  },
  {
    name: 'a text too short to say',
    facts: { ...ofImage({ name: 'acme_de.jpg' }), text: textFacts(['Fresh coffee']) },
    settings: { template: '{client}_{language}' },
    is: 'pass',
  },
  {
    name: 'foreign text under an English name',
    facts: {
      ...ofImage({ name: 'acme_en.jpg' }),
      text: textFacts(english, { languages: [textLanguage('fr')] }),
    },
    settings: { template: '{client}_{language}' },
    is: 'warn',
    saying: 'but its text is in French',
  },
  {
    name: 'audio without a size',
    facts: { file: named('acme_1080x1080_20s.wav'), audio: audioFacts() },
    settings: { template: '{client}_{width}x{height}_{seconds}s' },
    is: 'pass',
  },
])

/** 60 assets of one campaign, each under the name of the next one: every swap must be told. */
test('60 swapped names: all told', () => {
  const sizes = [
    [1080, 1080],
    [1080, 1350],
    [1080, 1920],
    [1920, 1080],
    [300, 250],
  ] as const
  const assets = sizes.flatMap(([width, height]) =>
    [6, 10, 15, 20].flatMap((seconds) =>
      ['en', 'de', 'fr'].map((language) => ({ width, height, seconds, language })),
    ),
  )
  const nameOf = ({ width, height, seconds, language }: (typeof assets)[number]) =>
    `acme_summer sale_${width}x${height}_${seconds}s_${language}.mp4`
  const statusOf = (asset: (typeof assets)[number], name: string) => {
    const facts = {
      ...ofVideo({ name, ...asset }),
      video: videoFacts({
        displayWidth: asset.width,
        displayHeight: asset.height,
        durationSeconds: asset.seconds,
      }),
    }
    const check = catalogue().get('file/name-claims')
    const settings = { template, toleranceSeconds: 0.5 }
    const planned = { id: 'file/name-claims', severity: 'major', isRequired: false, settings } as const
    return check && runCheck(planned, check, { facts, problems: {} }).status
  }
  expect(assets).toHaveLength(60)
  const swapped = assets.map((asset, index) => {
    const other = assets[(index + 1) % assets.length]
    return statusOf(asset, other === undefined ? '' : nameOf(other))
  })
  expect(swapped.filter((status) => status !== 'fail' && status !== 'warn')).toEqual([])
  expect(assets.map((asset) => statusOf(asset, nameOf(asset))).filter((status) => status !== 'pass')).toEqual(
    [],
  )
})
