import { FlashCounter } from '../../../../quality-control/probes/video/meters/flash-counter'

type Colour = [number, number, number]
const black: Colour = [0, 0, 0]
const white: Colour = [255, 255, 255]
const red: Colour = [255, 0, 0]
const rate = 25

/** One frame of 64 x 36 cells; `at` gives the colour of a cell. */
function frameOf(at: (column: number, row: number) => Colour): Uint8Array {
  const rgb = new Uint8Array(64 * 36 * 3)
  for (let row = 0, at3 = 0; row < 36; row++) {
    for (let column = 0; column < 64; column++) {
      const colour = at(column, row)
      rgb[at3++] = colour[0]
      rgb[at3++] = colour[1]
      rgb[at3++] = colour[2]
    }
  }
  return rgb
}

/** Counts over `seconds`; `at` gives the colour of a cell in a frame. */
function count(seconds: number, at: (frame: number, column: number, row: number) => Colour) {
  const counter = new FlashCounter()
  const frames = Array.from({ length: seconds * rate }, (_, frame) => frame)
  for (const frame of frames) counter.add(frameOf((column, row) => at(frame, column, row)))
  return counter.facts(frames.map((frame) => frame / rate))
}

/** Whether a square wave of so many changes a second is up in a frame. */
const isUp = (frame: number, changesPerSecond: number) =>
  Math.floor((frame * changesPerSecond) / rate + 1e-9) % 2 === 1
const flashing =
  (changesPerSecond: number, dark: Colour = black, bright: Colour = white) =>
  (frame: number) =>
    isUp(frame, changesPerSecond) ? bright : dark

test('Every change between black and white is one transition, at its frame', () => {
  const facts = count(4, flashing(2.5))
  expect(facts.transitions).toEqual([0.4, 0.8, 1.2, 1.6, 2, 2.4, 2.8, 3.2, 3.6])
  expect(facts).toMatchObject({ mostTransitionsPerSecond: 3, failing: [], warning: [], extended: [] })
})

test('Three flashes a second sharp are at the limit', () => {
  const facts = count(2, flashing(6))
  expect(facts.mostTransitionsPerSecond).toBe(6)
  expect(facts.failing).toEqual([])
  expect(facts.warning.length).toBeGreaterThan(0)
})

test('Four flashes a second fail, from the first to the last', () => {
  const facts = count(3, (frame) => (frame >= 25 && frame < 50 ? flashing(8)(frame - 25) : black))
  expect(facts.mostTransitionsPerSecond).toBe(7 + 1)
  expect(facts.failing).toHaveLength(1)
  expect(facts.failing[0]?.start).toBeCloseTo(1.16, 2)
  expect(facts.failing[0]?.end).toBeCloseTo(2, 2)
})

test('Sustained three flashes a second are an extended failure', () => {
  const facts = count(7, flashing(5))
  expect(facts.failing).toEqual([])
  expect(facts.extended).toHaveLength(1)
})

test('Three seconds of the same are not an extended failure', () => {
  expect(count(8, (frame) => (frame < 75 ? flashing(5)(frame) : black)).extended).toEqual([])
})

test.each([
  { share: 0.2, fails: false },
  { share: 0.25, fails: true },
  { share: 0.5, fails: true },
])('A flashing block of $share of the frame: fails = $fails', ({ share, fails }) => {
  const side = Math.sqrt(share)
  const isInside = (column: number, row: number) =>
    column < Math.round(64 * side) && row < Math.round(36 * side)
  const facts = count(2, (frame, column, row) => (isInside(column, row) ? flashing(10)(frame) : black))
  expect(facts.failing.length > 0).toBe(fails)
})

test('Two halves that flash against each other fail, though the mean stays the same', () => {
  const facts = count(2, (frame, column) => (isUp(frame, 10) === column < 32 ? white : black))
  expect(facts.failing).toHaveLength(1)
})

test('A change of less than a tenth of the luminance range does not count', () => {
  // sRGB 0 and 84 are 0 and 0.09 in linear light; 0 and 92 are 0 and 0.107.
  expect(count(2, flashing(10, black, [84, 84, 84])).transitions).toEqual([])
  expect(count(2, flashing(10, black, [92, 92, 92])).failing).toHaveLength(1)
})

test('Flashes between bright tones do not count: the darker side must be below 0.8', () => {
  // 231 is 0.80 in linear light.
  expect(count(2, flashing(10, [233, 233, 233], white)).transitions).toEqual([])
  expect(count(2, flashing(10, [225, 225, 225], white)).failing).toHaveLength(1)
})

test('A flash that rises over three frames is one transition, and so is a slow fade', () => {
  const ramp = [0, 90, 160, 255, 255, 255, 160, 90]
  const grey = (level: number): Colour => [level, level, level]
  const facts = count(2, (frame) => grey(ramp[frame % 8] ?? 0))
  expect(facts.transitions).toHaveLength(13)
  expect(count(4, (frame) => grey(Math.round(frame * 2.5))).transitions).toHaveLength(1)
})

test('Saturated red counts although its luminance hardly changes', () => {
  const facts = count(2, flashing(10, [120, 120, 120], red))
  expect(facts.mostRedTransitionsPerSecond).toBe(10)
  expect(facts.failing).toHaveLength(1)
})

test.each<[string, Colour, Colour, boolean]>([
  ['and a grey of the same luminance', red, [127, 127, 127], true],
  ['and black', red, black, true],
  ['and white', red, white, true],
  ['and a red that is hardly less saturated', [255, 105, 0], [255, 130, 0], false],
  ['and a darker red', red, [150, 0, 0], false],
  ['so dark that its colour is noise', [60, 4, 4], [40, 40, 40], false],
])('Red flashes between red %s, by CIE 1976: %s, %s, %s', (_, one, other, isFlash) => {
  expect(count(2, flashing(10, other, one)).mostRedTransitionsPerSecond > 6).toBe(isFlash)
})

test('A red flash that rises over some frames counts', () => {
  const ramp: Colour[] = [[127, 127, 127], [190, 80, 80], [230, 60, 60], red, red, [230, 60, 60]]
  expect(count(2, (frame) => ramp[frame % 6] ?? black).mostRedTransitionsPerSecond).toBeGreaterThan(6)
})

test('Red that is not saturated is judged by its luminance alone', () => {
  expect(count(2, flashing(10, [150, 110, 110], [170, 110, 110])).redTransitions).toEqual([])
})

test('A pan over stripes is no flash', () => {
  const facts = count(3, (frame, column) => ((column + frame * 3) % 16 < 8 ? white : black))
  expect(facts.failing).toEqual([])
  expect(facts.warning).toEqual([])
})

test('Text that scrolls is no flash', () => {
  const isInk = (column: number, row: number) => row % 4 < 2 && (column * 7 + row * 13) % 5 < 2
  expect(count(3, (frame, column, row) => (isInk(column, row + frame) ? white : black)).failing).toEqual([])
})

test('Noise of compression is no flash', () => {
  const facts = count(2, (frame, column, row) => {
    const level = 120 + ((frame * 31 + column * 17 + row * 7) % 5)
    return [level, level, level]
  })
  expect(facts.transitions).toEqual([])
})

test('Times come from the frames, so a variable rate is counted correctly', () => {
  const counter = new FlashCounter()
  const times = [0, 0.5, 1, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.1, 2.2, 4]
  for (const index of times.keys()) counter.add(frameOf(() => (index % 2 === 1 ? white : black)))
  const facts = counter.facts(times)
  expect(facts.transitions).toEqual(times.slice(1))
  expect(facts.mostTransitionsPerSecond).toBe(8)
})

test('An upright frame has upright cells', () => {
  const counter = new FlashCounter(true)
  for (let frame = 0; frame < 50; frame++) {
    const rgb = new Uint8Array(64 * 36 * 3)
    // The upper quarter of 36 x 64 cells.
    if (isUp(frame, 10)) rgb.fill(255, 0, 36 * 16 * 3)
    counter.add(rgb)
  }
  expect(counter.facts(Array.from({ length: 50 }, (_, frame) => frame / rate)).failing).toHaveLength(1)
})

describe('video of a high dynamic range is counted in cd/m²', () => {
  /** Codes of grey by ST 2084, and by HLG on 1000 cd/m². */
  const codes = {
    pq: new Map([1, 10, 25, 150, 165, 200, 260].map((nits) => [nits, pqCode(nits)])),
    hlg: new Map([1, 10, 25, 150, 165, 200, 260].map((nits) => [nits, hlgCode(nits)])),
  }

  test.each([
    ['pq', 1, 25, true],
    ['pq', 1, 10, false],
    ['pq', 150, 260, true],
    ['pq', 165, 260, false],
    ['hlg', 1, 25, true],
    ['hlg', 1, 10, false],
    ['hlg', 150, 260, true],
    ['hlg', 165, 260, false],
  ] as const)('%s, %d to %d cd/m²: fails = %s', (transfer, dark, bright, fails) => {
    const counter = new FlashCounter(false, transfer)
    const grey = (nits: number) => new Uint8Array(64 * 36 * 3).fill(codes[transfer].get(nits) ?? 0)
    for (let frame = 0; frame < 50; frame++) counter.add(grey(isUp(frame, 10) ? bright : dark))
    const facts = counter.facts(Array.from({ length: 50 }, (_, frame) => frame / rate))
    expect(facts.failing.length > 0).toBe(fails)
  })

  function pqCode(nits: number): number {
    const power = (nits / 10_000) ** (2610 / 16_384)
    const signal = ((3424 / 4096 + (2413 / 128) * power) / (1 + (2392 / 128) * power)) ** (2523 / 32)
    return Math.round(signal * 255)
  }

  function hlgCode(nits: number): number {
    const scene = (nits / 1000) ** (1 / 1.2)
    const signal =
      scene <= 1 / 12 ? Math.sqrt(3 * scene) : 0.17883277 * Math.log(12 * scene - 0.28466892) + 0.55991073
    return Math.round(signal * 255)
  }
})
