import { bitDepth } from '../../../../quality-control/probes/video/declared/read-declared'
import { blockSplitter, wholeBlocks } from '../../../../quality-control/probes/video/meters/block-splitter'
import { findBars } from '../../../../quality-control/probes/video/meters/find-bars'
import { frameRateFacts } from '../../../../quality-control/probes/video/frame-rate'
import { measureLevels } from '../../../../quality-control/probes/video/meters/level-meter'
import { lineSplitter } from '../../../../quality-control/probes/line-splitter'
import { logReader } from '../../../../quality-control/probes/video/meters/log-reader'
import { repeatedFrames } from '../../../../quality-control/probes/video/meters/repeated-frames'
import { SampleMeter } from '../../../../quality-control/probes/video/meters/sample-meter'
import { ShotDetector } from '../../../../quality-control/probes/video/meters/shot-detector'
import { join, subtract, tidy } from '../../../../quality-control/probes/video/meters/spans'

const bytes = 64 * 36 * 3
const grey = (level: number) => new Uint8Array(bytes).fill(level)

/** Shots as grey levels, one a frame, 25 frames a second. */
function shots(levels: number[]) {
  const detector = new ShotDetector()
  for (const level of levels) detector.add(grey(level))
  return detector.facts(levels.map((_, frame) => frame / 25))
}
const still = (level: number, frames: number) => Array.from({ length: frames }, () => level)

describe('cuts and stray frames', () => {
  test('a cut is the first frame of a shot', () => {
    expect(shots([...still(20, 10), ...still(120, 10), ...still(200, 10)])).toMatchObject({
      cuts: [0.4, 0.8],
      flashFrames: [],
    })
  })

  test.each([1, 2])('a shot of %d frames is a stray shot', (frames) => {
    const { flashFrames } = shots([...still(20, 10), ...still(200, frames), ...still(20, 10)])
    expect(flashFrames).toEqual([{ start: 0.4, end: frames === 1 ? 0.44 : 0.48 }])
  })

  test('a stray frame of a third shot between two shots is found', () => {
    expect(shots([...still(20, 10), 200, ...still(100, 10)]).flashFrames).toEqual([{ start: 0.4, end: 0.44 }])
  })

  test('a shot of three frames is not a stray shot', () => {
    expect(shots([...still(20, 10), ...still(200, 3), ...still(20, 10)])).toMatchObject({
      cuts: [0.4, 0.52],
      flashFrames: [],
    })
  })

  test('a strobe has neither cuts nor stray frames', () => {
    const strobe = Array.from({ length: 30 }, (_, frame) => (frame % 2 === 0 ? 20 : 200))
    expect(shots([...still(20, 10), ...strobe, ...still(200, 10)])).toMatchObject({
      cuts: [],
      flashFrames: [],
    })
  })

  test('a fade is no cut', () => {
    expect(shots(Array.from({ length: 50 }, (_, frame) => frame * 5)).cuts).toEqual([])
  })
})

describe('dips to black', () => {
  const dips = (levels: number[]) => {
    const detector = new ShotDetector()
    for (const level of levels) detector.add(grey(level))
    const from = levels.indexOf(0)
    const black = { start: from / 25, end: (levels.lastIndexOf(0) + 1) / 25 }
    return detector.dips(
      [black],
      levels.map((_, frame) => frame / 25),
    ).length
  }

  const fadeOut = Array.from({ length: 12 }, (_, frame) => 120 - frame * 10)
  const almost = still(1, 8)
  test.each<[string, number[], number]>([
    ['a fade into black and out of it', [...still(120, 6), 80, 40, 0, 0, 40, 80, ...still(120, 6)], 1],
    ['a fade into black, then a cut', [...still(120, 6), 80, 40, 0, ...still(120, 6)], 1],
    ['a slow fade', [...Array.from({ length: 40 }, (_, frame) => 120 - frame * 2.5), 0, ...still(120, 6)], 1],
    ['a cut to black, then a title that fades in', [...still(120, 6), 0, 0, 1, 2, 3, 4, 5, 6, 7], 1],
    ['a fade out of a shot whose light changes', [110, 122, 115, 124, 80, 40, 0, 0, ...still(120, 6)], 1],
    ['a fade that stays almost black', [...fadeOut, ...almost, 0, 0, ...almost, ...still(120, 6)], 1],
    ['a fade that ends in film grain', [...fadeOut, 5, 3, 4, 1, 2, 0, 0, ...still(120, 6)], 1],
    ['black between two shots', [...still(120, 6), 0, ...still(90, 6)], 0],
    ['black in a shot whose light changes', [110, 122, 115, 124, 119, 0, 0, 123, 118, 121, 116, 120], 0],
    ['black while the light comes on', [...still(60, 6), 0, 0, 66, 70, 75, 80, 86, 92], 0],
    ['almost black between two shots', [...still(120, 6), 1, 0, 0, 1, ...still(120, 6)], 0],
    ['black beside a blend of two frames', [...still(120, 6), 60, 0, 60, ...still(120, 6)], 0],
  ])('%s', (_, levels, count) => {
    expect(dips(levels)).toBe(count)
  })
})

describe('repeated frames', () => {
  const times = (count: number) => Array.from({ length: count }, (_, frame) => frame / 25)
  const moving = (count: number) => still(2.8, count)
  const repeated = (differences: number[]) => repeatedFrames(differences, times(differences.length))

  test.each<[string, number[], number]>([
    ['a frame repeats', [0], 1],
    ['a frame that was coded again repeats', [0.36], 1],
    ['three frames repeat', [0, 0, 0], 3],
  ])('%s within motion', (_, still, frames) => {
    const [found] = repeated([...moving(20), ...still, 4.5, ...moving(20)])
    expect(found).toEqual({ start: 0.8, end: expect.closeTo(0.8 + frames / 25) as number })
  })

  test.each<[string, number[]]>([
    ['motion that slows down', [...moving(10), 1.5, 0.8, 0.4, 0.2, 0.4, 0.8, 1.5, ...moving(10)]],
    ['drawings that are each shown twice', Array.from({ length: 50 }, (_, frame) => (frame % 2) * 3)],
    ['a freeze', [...moving(20), ...still(0, 20), ...moving(20)]],
    ['a still at the end', [...moving(20), 0, 0, 0]],
    ['a shot that begins with a still', [...moving(20), 30, 0, 0, 0, 0, ...moving(20)]],
  ])('%s has none', (_, differences) => {
    expect(repeated(differences)).toEqual([])
  })

  test('the first frame of a shot that is there twice is a repeated one', () => {
    expect(repeated([...moving(20), 30, 0, ...moving(20)])).toHaveLength(1)
  })

  test('a still at the end has its beginning', () => {
    expect(shots([20, 60, 100, 100, 101, 100]).stillFrom).toBe(0.08)
  })
})

describe('dropouts', () => {
  const rate = 48_000
  const dropouts = (silent: number, fade = 0) => {
    const meter = new SampleMeter(1, rate)
    const total = rate * 2
    const frames = Buffer.alloc(total * 2)
    const from = 24_000
    for (let at = 0; at < total; at++) {
      const isSilent = at >= from && at < from + silent
      const level = at < from ? Math.min(1, fade === 0 ? 1 : (from - at) / fade) : 1
      frames.writeInt16LE(isSilent ? 0 : Math.round(Math.sin(at / 7) * 8000 * level ** 3), at * 2)
    }
    meter.add(frames)
    return meter.facts(0).dropouts
  }

  test('a frame of silence is one', () => {
    expect(dropouts(1920)).toEqual([{ start: 0.5, end: 0.54 }])
  })

  test.each([
    ['a second', 48_000, 0],
    ['5 ms', 240, 0],
    ['silence after a fade', 1920, 4800],
  ])('%s is none', (_, silent, fade) => {
    expect(dropouts(silent, fade)).toEqual([])
  })
})

describe('clipping', () => {
  const stereo = (left: number[]) => {
    const frames = Buffer.alloc(left.length * 4)
    for (const [index, sample] of left.entries()) frames.writeInt16LE(sample, index * 4)
    return frames
  }
  const clips = (left: number[]) => {
    const counter = new SampleMeter(2, 1000)
    counter.add(stereo(left))
    return counter.facts(10)
  }

  test('three samples at full scale are clipped, at their time', () => {
    expect(clips([...still(0, 500), 32767, 32767, 32767, 0])).toMatchObject({
      clipping: [{ start: 10.5, end: 10.503 }],
      decodedSeconds: 0.504,
    })
  })

  test('two samples are not clipped, and neither are three just below full scale', () => {
    expect(clips([0, 32767, 32767, 0, 32766, 32766, 32766, 0]).clipping).toEqual([])
  })

  test('the negative side counts too, and clips within a second are joined', () => {
    const place = [-32768, -32768, -32768, 0]
    expect(clips([...place, ...still(0, 500), ...place, ...still(0, 1500), ...place]).clipping).toHaveLength(
      2,
    )
  })
})

test('each channel has its peak and its mean level; digital silence has none', () => {
  const meter = new SampleMeter(2, 1000)
  const frames = Buffer.alloc(1 + 400)
  for (let sample = 0; sample < 100; sample++)
    frames.writeInt16LE(sample % 2 === 0 ? 16384 : -16384, 1 + sample * 4)
  // At an odd address too.
  meter.add(frames.subarray(1))
  expect(meter.facts(0).channels).toEqual([
    { peakDbfs: -6.02, rmsDbfs: -6.02 },
    { peakDbfs: undefined, rmsDbfs: undefined },
  ])
})

test('a DC offset is no level', () => {
  const levels = (left: number[]) => {
    const meter = new SampleMeter(1, 1000)
    const frames = Buffer.alloc(left.length * 2)
    for (const [index, sample] of left.entries()) frames.writeInt16LE(sample, index * 2)
    meter.add(frames)
    return meter.facts(0).channels[0]
  }
  expect(levels(still(3000, 100))).toEqual({ peakDbfs: undefined, rmsDbfs: undefined })
  const wave = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 16384 : -16384))
  expect(levels(wave)).toEqual({ peakDbfs: -6.02, rmsDbfs: -6.02 })
  expect(levels(wave.map((sample) => sample - 3000))).toEqual({ peakDbfs: -6.02, rmsDbfs: -6.02 })
})

describe('levels and bars', () => {
  const [width, height] = [64, 36]
  const planes = (luma: (column: number, row: number) => number, chroma = 128) => {
    const buffer = Buffer.alloc((width * height * 3) / 2, chroma)
    for (let at = 0; at < width * height; at++) buffer[at] = luma(at % width, Math.floor(at / width))
    return buffer
  }
  const measure = (luma: (column: number, row: number) => number, chroma?: number) =>
    measureLevels(planes(luma, chroma), { width, height })

  test('white at 235 and black at 16 are in range', () => {
    expect(measure((column) => (column < 32 ? 16 : 235))).toMatchObject({ outOfRange: 0, outOfR103: 0 })
  })

  test('a quarter at 250 is out of both ranges, a quarter at 240 of the narrow one', () => {
    expect(measure((column) => (column < 16 ? 250 : 100))).toMatchObject({
      outOfRange: 0.25,
      outOfR103: 0.25,
    })
    expect(measure((column) => (column < 16 ? 240 : 100))).toMatchObject({ outOfRange: 0.25, outOfR103: 0 })
  })

  test('colour counts as well as luma', () => {
    expect(measure(() => 100, 245).outOfRange).toBe(1)
    expect(measure(() => 100, 240).outOfRange).toBe(0)
  })

  test('red, green and blue count as well as luma, by the matrix of the video', () => {
    const colour = (luma: number, cb: number, cr: number, matrix = 'bt709') => {
      const frame = planes(() => luma)
      frame.fill(cb, width * height, width * height * 1.25).fill(cr, width * height * 1.25)
      return measureLevels(frame, { width, height, matrix }).outOfR103
    }
    // Full red, and red that is brighter than any red.
    expect(colour(63, 102, 240)).toBe(0)
    expect(colour(120, 102, 240)).toBe(1)
    // Green and blue of bars of BT.601.
    expect(colour(145, 54, 34, 'smpte170m')).toBe(0)
    expect(colour(145, 54, 34)).toBe(1)
    expect(colour(41, 240, 110, 'bt470bg')).toBe(0)
    expect(colour(20, 240, 110, 'bt470bg')).toBe(1)
  })

  const letterbox = measure((_, row) => (row < 6 || row >= 30 ? 16 : 120))
  const dark = measure((_, row) => (row < 10 || row >= 26 ? 16 : 120))
  const black = measure(() => 16)

  test('bars are counted at each edge; a black frame has none', () => {
    expect(letterbox.bars).toEqual({ top: 6, bottom: 6, left: 0, right: 0 })
    expect(black.bars).toBeUndefined()
  })

  test('static bars are found despite dark scenes', () => {
    expect(findBars([letterbox, letterbox, dark, black, letterbox], width, height)).toEqual({
      top: 1 / 6,
      bottom: 1 / 6,
      left: 0,
      right: 0,
    })
  })

  test('a video that fills its frame once has no bars', () => {
    expect(findBars([letterbox, letterbox, measure(() => 120)], width, height)).toBeUndefined()
  })

  test('a title on black has no bars', () => {
    const title = measure((column, row) => (column > 28 && column < 36 && row > 16 && row < 20 ? 220 : 16))
    expect(findBars([title, title, title], width, height)).toBeUndefined()
  })

  test.each([
    ['that brightens to the ground', (_: number, row: number) => Math.max(16, 16 + (row - 8) * 2)],
    ['with a lamp', (column: number, row: number) => (row > 8 && Math.abs(column - 20) < 5 ? 200 : 17)],
    ['with a person at its left', (column: number, row: number) => (column < 20 && row > 9 ? 90 : 16)],
  ])('a dark scene %s has no bars', (_, luma) => {
    expect(findBars([measure(luma), measure(luma), measure(luma)], width, height)).toBeUndefined()
  })

  test('bars around scenes of which only one is bright, and bars with blurred edges, are found', () => {
    const night = measure((column, row) => (row < 6 || row >= 30 ? 16 : column === 5 ? 90 : 18))
    expect(findBars([night, letterbox, night], width, height)).toMatchObject({ top: 1 / 6, bottom: 1 / 6 })
    const blurred = measure((_, row) => 16 + 34 * Math.min(3, Math.max(0, Math.min(row - 5, 30 - row))))
    expect(findBars([blurred, blurred], width, height)?.top).toBeCloseTo(1 / 6, 1)
  })

  test.each([28, 36, 44])('bars of a black that is raised to %d are found, grey ones are none', (black) => {
    const raised = (bar: number) => measure((_, row) => (row < 6 || row >= 30 ? bar + (row % 2) : 140))
    expect(findBars([raised(black), raised(black)], width, height)?.top).toBeCloseTo(1 / 6)
    expect(findBars([raised(60), raised(60)], width, height)).toBeUndefined()
  })

  test('bars on all sides are found when the rest has a usual shape', () => {
    const boxed = measure((column, row) =>
      column >= 8 && column < 56 && row >= 4.5 && row < 31.5 ? 120 : 16,
    )
    expect(findBars([boxed, boxed], width, height)).toBeDefined()
  })
})

describe('frame rate', () => {
  const times = (steps: number[]) =>
    steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [0])

  test('a constant rate', () => {
    const facts = frameRateFacts(times(still(0.04, 100)), 25)
    expect(facts).toMatchObject({ nominal: 25, isVariable: false })
    expect(facts.measured).toBeCloseTo(25, 6)
  })

  test('whole milliseconds, as Matroska writes them, are constant', () => {
    const rounded = Array.from({ length: 240 }, (_, frame) => Math.round((frame * 1000) / 30) / 1000)
    expect(frameRateFacts(rounded, 30).isVariable).toBe(false)
  })

  test('one late frame is a gap, not a variable rate', () => {
    const facts = frameRateFacts(times([...still(0.04, 50), 0.2, ...still(0.04, 50)]), 25)
    expect(facts.isVariable).toBe(false)
    expect(facts.longestStepSeconds).toBeCloseTo(0.2, 6)
  })

  test('a different step at every tenth frame is a variable rate', () => {
    expect(
      frameRateFacts(times(Array.from({ length: 100 }, (_, frame) => (frame % 10 === 0 ? 0.08 : 0.04))), 25)
        .isVariable,
    ).toBe(true)
  })

  test("a phone's clock rate is no frame rate, and a single frame has none", () => {
    expect(frameRateFacts([0], 90_000)).toEqual({ nominal: undefined, isVariable: false })
  })
})

describe('reading', () => {
  test('blocks and lines are complete, however the chunks are split', () => {
    const blocks: string[] = []
    const split = blockSplitter(4, (block) => blocks.push(block.toString()))
    for (const chunk of ['ab', 'cdefghijk', 'l', 'mn']) split(Buffer.from(chunk))
    expect(blocks).toEqual(['abcd', 'efgh', 'ijkl'])
    const runs: string[] = []
    const run = wholeBlocks(2, (frames) => runs.push(frames.toString()))
    for (const chunk of ['abc', 'd', 'e', 'fghi']) run(Buffer.from(chunk))
    expect(runs).toEqual(['ab', 'cd', 'efgh'])
    const lines: string[] = []
    const read = lineSplitter((line) => lines.push(line))
    for (const chunk of ['one\ntw', 'o\n\nthr', 'ee']) read(Buffer.from(chunk))
    expect(lines).toEqual(['one', 'two', ''])
  })

  test('errors in the log are counted and cleaned, spans opened and closed', () => {
    const { add, facts } = logReader('/data/assets/1/source')
    const lines = [
      '[info] ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026',
      '[h264 @ 0x55d1c0ffee00] [error] error while decoding MB 46 44',
      '[error] /data/assets/1/source: Invalid data found',
      '[rawvideo @ 0x55d1c0ffee00] [error] our own output',
      '[h264 @ 0x55d1c0ffee00] [warning] harmless',
      '[silencedetect @ 0x55d1c0ffee00] [info] silence_start: -0.01',
      '[silencedetect @ 0x55d1c0ffee00] [info] silence_end: 2.5 | silence_duration: 2.51',
      '[silencedetect @ 0x55d1c0ffee00] [info] silence_start: 4',
      '[Parsed_idet_9 @ 0x55d1c0ffee00] [info] Multi frame detection: ' +
        'TFF:     6 BFF:     0 Progressive:     2 Undetermined:     1',
      '[Parsed_idet_9 @ 0x55d1c0ffee00] [info] Multi frame detection: ' +
        'TFF:     0 BFF:     0 Progressive:     0 Undetermined:     0',
    ]
    add(Buffer.from(`${lines.join('\n')}\n`))
    expect(facts).toMatchObject({
      ffmpegVersion: '5.1.9-0+deb12u1',
      errorCount: 2,
      errors: ['h264: error while decoding MB 46 44', 'ffmpeg: the file: Invalid data found'],
      silences: [{ start: 0, end: 2.5 }, { start: 4 }],
      interlace: { top: 6, bottom: 0, progressive: 2, undetermined: 1 },
    })
  })

  test.each([
    ['yuv420p', 8],
    ['yuvj420p', 8],
    ['yuv420p10le', 10],
    ['yuv422p12be', 12],
    ['p010le', 10],
    ['gbrp10le', 10],
    ['rgb48le', 16],
    ['gray', 8],
    ['nv12', 8],
  ])('%s has %d bits', (format, bits) => {
    expect(bitDepth(format)).toBe(bits)
  })
})

describe('spans', () => {
  test('touching spans are joined, holes are cut out, empty ones dropped', () => {
    expect(
      join([
        { start: 2, end: 3 },
        { start: 0, end: 1 },
        { start: 1, end: 1.5 },
      ]),
    ).toEqual([
      { start: 0, end: 1.5 },
      { start: 2, end: 3 },
    ])
    expect(
      subtract(
        [{ start: 0, end: 10 }],
        [
          { start: 0, end: 2 },
          { start: 4, end: 5 },
        ],
      ),
    ).toEqual([
      { start: 2, end: 4 },
      { start: 5, end: 10 },
    ])
    expect(
      tidy([
        { start: 1, end: 1 },
        { start: 1 / 3, end: 2 },
      ]),
    ).toEqual([{ start: 0.3333, end: 2 }])
  })
})
