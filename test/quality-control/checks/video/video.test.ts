import type { VideoFacts } from '../../../../quality-control/facts/video'
import { type CheckRow, describeCheck } from '../../../support/check-table'
import { flashFacts, videoFacts } from '../../../support/media-facts'

type Row = Omit<CheckRow, 'facts' | 'is'>
const row =
  (is: CheckRow['is']) =>
  (name: string, changes: Partial<VideoFacts>, rest: Partial<Row> = {}): CheckRow => ({
    name,
    is,
    facts: { video: videoFacts(changes) },
    ...rest,
  })
const pass = row('pass')
const warn = row('warn')
const fail = row('fail')
const notApplicable = row('not_applicable')
const container = (changes: Partial<VideoFacts['container']>) => ({
  container: { ...videoFacts().container, ...changes },
})
const rate = (changes: Partial<VideoFacts['frameRate']>) => ({
  frameRate: { ...videoFacts().frameRate, ...changes },
})
const colour = (changes: Partial<VideoFacts['colour']>) => ({
  colour: { ...videoFacts().colour, ...changes },
})
const scan = (flagged: VideoFacts['scan']['flagged'], content: VideoFacts['scan']['content']) => ({
  scan: { flagged, content, sampledFrames: 50 },
})

describeCheck('video/container', [
  pass('MP4', {}),
  fail('AVI', container({ name: 'avi' }), { saying: 'The file is avi.' }),
  pass('AVI where it is wanted', container({ name: 'avi' }), { settings: { containers: ['avi'] } }),
])

describeCheck('video/codec', [
  pass('H.264', {}),
  fail('Motion JPEG', { codec: 'mjpeg' }, { saying: 'coded as mjpeg' }),
  fail('H.264 where ProRes is wanted', {}, { settings: { codecs: ['prores'] } }),
])

describeCheck('video/pixel-format', [
  notApplicable('no wish', {}),
  pass(
    '10-bit 4:2:2 as wanted',
    { pixelFormat: 'yuv422p10le' },
    { settings: { pixelFormats: ['yuv422p10le'] } },
  ),
  fail(
    '8-bit 4:2:0 where 10-bit 4:2:2 is wanted',
    {},
    { settings: { pixelFormats: ['yuv422p10le'] }, saying: 'yuv420p' },
  ),
])

describeCheck('video/display-size', [
  pass('any size of at least 360', {}),
  fail('240 lines', { displayWidth: 320, displayHeight: 240 }, { saying: 'only 320 × 240 px' }),
  pass('360 lines exactly', { displayWidth: 640, displayHeight: 360 }),
  pass('the size asked for', {}, { settings: { sizes: ['1280x720', '1920x1080'] } }),
  fail(
    'one pixel less',
    { displayHeight: 1079 },
    { settings: { sizes: ['1920x1080'] }, saying: '1920 × 1079' },
  ),
  pass(
    'upright as shown, though stored across',
    { displayWidth: 1080, displayHeight: 1920, rotationDegrees: 90 },
    { settings: { ratios: ['9:16'] } },
  ),
  fail(
    'across where upright is wanted',
    {},
    { settings: { ratios: ['9:16', '4:5'] }, saying: 'another shape' },
  ),
])

describeCheck('video/pixel-aspect-ratio', [
  pass('square', {}),
  warn(
    'anamorphic',
    { sampleAspectRatio: 64 / 45, codedWidth: 720, codedHeight: 576, displayWidth: 1024, displayHeight: 576 },
    { saying: 'stored as 720 × 576 px' },
  ),
])

describeCheck('video/stored-rotation', [
  pass('upright', {}),
  warn('turned', { rotationDegrees: 270 }, { saying: '270°' }),
])

const lengths = { settings: { lengthsSeconds: [10, 20] } }
describeCheck('video/duration', [
  notApplicable('no length set', {}),
  pass('20 s', {}, lengths),
  pass('a frame longer', { durationSeconds: 20.04, decodedFrames: 501 }, lengths),
  fail(
    'two frames longer',
    { durationSeconds: 20.08, decodedFrames: 502 },
    { ...lengths, saying: '20.08 s' },
  ),
  fail('too short', {}, { settings: { minSeconds: 21 }, saying: 'only 20 s' }),
  fail('too long', {}, { settings: { maxSeconds: 15 }, saying: '20 s' }),
  pass('within', {}, { settings: { minSeconds: 15, maxSeconds: 20 } }),
])

describeCheck('video/frame-rate', [
  pass('25', {}),
  pass('29.97 from rounded time stamps', rate({ measured: 29.9848 })),
  fail('15', rate({ measured: 15 }), { saying: '15 pictures per second' }),
  fail('24 where 23.976 does not count as it', rate({ measured: 24.1 }), {
    settings: { ratesPerSecond: [24] },
  }),
  fail('variable', rate({ isVariable: true, shortestStepSeconds: 0.02, longestStepSeconds: 0.1 }), {
    saying: 'varies',
  }),
  pass('variable where that is accepted', rate({ isVariable: true }), { settings: { mayVary: true } }),
  notApplicable('a single picture', rate({ measured: undefined })),
])

describeCheck('video/missing-frames', [
  pass('steady', {}),
  pass('one picture late', rate({ longestStepSeconds: 0.08 })),
  warn('three pictures missing', rate({ longestStepSeconds: 0.16 }), { saying: 'no new picture' }),
  pass('variable, which is another check', rate({ isVariable: true, longestStepSeconds: 1 })),
])

describeCheck('video/interlacing', [
  pass('progressive', {}),
  fail('interlaced', scan('interlaced', 'interlaced'), { saying: 'interlaced' }),
  fail('interlaced, flagged progressive, where any is accepted', scan('progressive', 'interlaced'), {
    settings: { wanted: 'any' },
    saying: 'says progressive',
  }),
  warn('progressive pictures in an interlaced stream', scan('interlaced', 'progressive'), {
    saying: 'says interlaced',
  }),
  pass('interlaced as wanted', scan('interlaced', 'interlaced'), { settings: { wanted: 'interlaced' } }),
  fail('progressive where interlaced is wanted', {}, { settings: { wanted: 'interlaced' } }),
  pass('nothing moves, and nothing is flagged', scan('unknown', 'undetermined')),
])

describeCheck('video/bit-rate', [
  notApplicable('no limits', {}),
  notApplicable('unknown', { bitsPerSecond: undefined }, { settings: { minMegabitsPerSecond: 1 } }),
  pass('8 Mbit/s', {}, { settings: { minMegabitsPerSecond: 8, maxMegabitsPerSecond: 8 } }),
  fail('too low', {}, { settings: { minMegabitsPerSecond: 10 }, saying: 'only 8.00 Mbit/s' }),
  fail('too high', {}, { settings: { maxMegabitsPerSecond: 4 }, saying: '8.00 Mbit/s' }),
])

const untagged = colour({ space: undefined, transfer: undefined, primaries: undefined })
describeCheck('video/colour-tags', [
  pass('Rec. 709', {}),
  pass('untagged', untagged),
  warn('untagged where tags are a must', untagged, {
    settings: { mustBeTagged: true },
    saying: 'primaries, transfer, matrix',
  }),
  fail('Rec. 2020 primaries', colour({ primaries: 'bt2020' }), { saying: 'bt2020' }),
  fail('HDR', colour({ dynamicRange: 'hlg' }), { saying: 'HLG' }),
  pass('HDR where it is accepted', colour({ dynamicRange: 'hdr10', primaries: 'bt2020' }), {
    settings: { mayBeHdr: true },
  }),
])

describeCheck('video/black-frames', [
  pass('none', {}),
  fail('a single picture in between', { black: [{ start: 8, end: 8.04 }] }, { saying: '0:08.000' }),
  pass(
    'a single picture where three count',
    { black: [{ start: 8, end: 8.04 }] },
    { settings: { minInsideFrames: 3 } },
  ),
  pass('a second at both ends', {
    black: [
      { start: 0, end: 1 },
      { start: 19, end: 20 },
    ],
  }),
  warn(
    'two seconds at the start',
    { black: [{ start: 0, end: 2 }] },
    { saying: 'Black for 2 s at the start' },
  ),
  warn(
    'a picture at the end where none is accepted',
    { black: [{ start: 19.96, end: 20 }] },
    { settings: { maxTailSeconds: 0 }, saying: 'at the end' },
  ),
  fail('all of it', { black: [{ start: 0, end: 20 }] }, { saying: 'The whole video is black' }),
])

describeCheck('video/frozen-frames', [
  pass('none', {}),
  pass('shorter than a second', { frozen: [{ start: 3, end: 3.9 }] }),
  warn('a second', { frozen: [{ start: 3, end: 4 }] }, { saying: 'Nothing moves for 1 s from 0:03.000' }),
  warn('a packshot at the end', { frozen: [{ start: 18, end: 20 }] }),
  pass(
    'a packshot at the end that is let pass',
    { frozen: [{ start: 18, end: 20 }] },
    { settings: { maxEndSeconds: 2 } },
  ),
  pass(
    'the same, with black behind',
    { frozen: [{ start: 17, end: 19 }], black: [{ start: 19, end: 20 }] },
    { settings: { maxEndSeconds: 2 } },
  ),
  warn('a longer one', { frozen: [{ start: 15, end: 20 }] }, { settings: { maxEndSeconds: 2 } }),
])

describeCheck('video/flash-frames', [
  pass('none', {}),
  warn(
    'one picture',
    { flashFrames: [{ start: 5, end: 5.04 }] },
    { saying: 'A shot of 1 frame at 0:05.000' },
  ),
  warn('two pictures', { flashFrames: [{ start: 5, end: 5.08 }] }, { saying: '2 frames' }),
])

const span = [{ start: 2, end: 3 }]
describeCheck('video/flashes', [
  pass('none', {}),
  pass('slow', { flashes: flashFacts({ mostTransitionsPerSecond: 3, transitions: [1, 2, 3] }) }),
  warn(
    'near the limit',
    { flashes: flashFacts({ mostTransitionsPerSecond: 6, warning: span }) },
    { saying: 'near the limit from 0:02.000' },
  ),
  fail(
    'four a second',
    { flashes: flashFacts({ mostTransitionsPerSecond: 8, failing: span }) },
    { saying: 'more than three times a second' },
  ),
  fail('red', { flashes: flashFacts({ mostRedTransitionsPerSecond: 8, failing: span }) }),
  fail(
    'for seconds',
    { flashes: flashFacts({ mostTransitionsPerSecond: 5, extended: span }) },
    { saying: 'keeps flashing' },
  ),
  pass(
    'for seconds where that is let pass',
    { flashes: flashFacts({ extended: span }) },
    { settings: { isExtendedFailure: false } },
  ),
])

describeCheck('video/letterbox', [
  pass('none', {}),
  pass('one line', { bars: { top: 0.001, right: 0, bottom: 0, left: 0 } }),
  warn(
    '2.39:1 in 16:9',
    { bars: { top: 0.128, right: 0, bottom: 0.128, left: 0 } },
    { saying: '138 and 138 px stand above and below' },
  ),
  warn(
    '4:3 in 16:9',
    { bars: { top: 0, right: 0.125, bottom: 0, left: 0.125 } },
    { saying: '240 and 240 px stand at the left and right' },
  ),
])

const levels = {
  outOfRange: [{ start: 4, end: 5.2 }],
  outOfR103: [],
  worstOutOfRangeShare: 0.034,
  worstOutOfR103Share: 0,
}
describeCheck('video/levels', [
  pass('within', {}),
  warn('outside for more than a second', { levels }, { saying: 'for 1.2 s from 0:04.000' }),
  pass('outside for less', { levels: { ...levels, outOfRange: [{ start: 4, end: 4.8 }] } }),
  pass('within the wider range of R 103', { levels }, { settings: { range: 'r103' } }),
  fail(
    'outside R 103 where that fails',
    { levels: { ...levels, outOfR103: span } },
    { settings: { range: 'r103', isFailure: true } },
  ),
  notApplicable('full range', { levels: undefined }),
])

describeCheck('video/blur', [
  pass('sharp', {}),
  warn('soft', { sharpness: { samples: [], medianBlur: 10.5 } }, { saying: 'soft' }),
  notApplicable('flat', { sharpness: { samples: [] } }),
])

describeCheck('video/blockiness', [
  pass('good', {}),
  warn('squares', { sharpness: { samples: [], medianBlockiness: 26 } }, { saying: 'squares' }),
  notApplicable('bars', {
    sharpness: { samples: [], medianBlockiness: 26 },
    bars: { top: 0.1, right: 0, bottom: 0.1, left: 0 },
  }),
  notApplicable('not measured', { sharpness: { samples: [] } }),
])

const tracks = [{ codec: 'mov_text', language: 'eng' }]
describeCheck('video/captions', [
  fail('none', {}, { saying: 'no captions' }),
  pass('a track', { captions: { hasEmbedded: false, tracks } }),
  pass('in the picture', { captions: { hasEmbedded: true, tracks: [] } }),
  pass('the language', { captions: { hasEmbedded: false, tracks } }, { settings: { languages: ['eng'] } }),
  fail(
    'another language',
    { captions: { hasEmbedded: false, tracks } },
    { settings: { languages: ['eng', 'deu'] }, saying: 'deu' },
  ),
  fail(
    'unwanted',
    { captions: { hasEmbedded: true, tracks } },
    { settings: { wanted: 'absent' }, saying: 'CEA-608/708, mov_text (eng)' },
  ),
  pass('none wanted, none there', {}, { settings: { wanted: 'absent' } }),
])

const slate = { frozen: [{ start: 0, end: 7 }], black: [{ start: 7, end: 10 }] }
describeCheck('video/slate', [
  pass('none', {}),
  warn('a still, then black', slate, { saying: 'a still of 7 s at 0:00.000' }),
  pass('a still without black', { frozen: [{ start: 0, end: 7 }] }),
  pass('a packshot and black at the end', {
    frozen: [{ start: 15, end: 19 }],
    black: [{ start: 19, end: 20 }],
  }),
  pass('wanted', slate, { settings: { wanted: 'present' } }),
  fail('wanted and missing', {}, { settings: { wanted: 'present' }, saying: 'without a slate' }),
])

describeCheck('video/declared-values', [
  pass('true', {}),
  pass('half a second longer', container({ durationSeconds: 20.5 })),
  fail('much longer', container({ durationSeconds: 3600 }), { saying: 'The header says 3600 s' }),
  pass('not declared', container({ durationSeconds: undefined })),
  fail(
    'nonsense',
    container({ oddities: ['The container declares a time of nan s, expected at most a week.'] }),
    { saying: 'nan' },
  ),
])
