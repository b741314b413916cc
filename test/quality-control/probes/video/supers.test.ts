import type { Super } from '../../../../quality-control/facts/supers'
import { EdgeMaps } from '../../../../quality-control/probes/video/meters/edge-maps'
import { findLetterRows } from '../../../../quality-control/probes/video/supers/find-letter-rows'
import { findTextRuns } from '../../../../quality-control/probes/video/supers/find-text-runs'
import { followText } from '../../../../quality-control/probes/video/supers/follow-text'
import { groupLines } from '../../../../quality-control/probes/video/supers/group-lines'
import { linesIn } from '../../../../quality-control/probes/video/supers/lines-in'
import { measureText } from '../../../../quality-control/probes/video/supers/measure-lines'
import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { type ClipFolder, clipFolder, lavfi } from '../../../support/make-clip'

let clips: ClipFolder
beforeAll(() => {
  clips = clipFolder()
})
afterAll(() => {
  clips.remove()
  stopPooledChildren()
})

const text = (words: string, size: number, y: number, from: number, to: number, colour = 'white') =>
  `drawtext=text='${words}':font=DejaVu Sans:fontsize=${size}:fontcolor=${colour}:x=(w-tw)/2:y=${y}` +
  `:enable='between(t,${from},${to}-0.001)'`

/** A texture that moves behind the text, 1280 x 720 at 25 frames per second. */
const ground =
  `nullsrc=s=320x180:r=25:d=7,geq=lum='60+40*sin((X+N*3)/23)*cos((Y-N)/17)':cb=120:cr=135,` +
  `scale=1280:720,format=yuv420p`
const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '16', '-pix_fmt', 'yuv420p']

test('Text on a moving image has its time, height, contrast and ground', async () => {
  const block = `drawbox=x=140:y=560:w=1000:h=110:color=0x101820:t=fill:enable='between(t,3.6,6.399)'`
  const graph = [
    ground,
    text('Terms and conditions apply. See the shop for details', 20, 640, 0.6, 3),
    block,
    text('Ends 31 May while stocks last', 40, 590, 3.6, 6.4),
  ].join(',')
  const path = clips.make('supers.mp4', [...lavfi(graph), ...coding])
  const { facts, problems } = await clips.probe(path, { wants: ['supers'] })
  expect(problems).toEqual({})
  const [small, large, ...others] = facts.supers?.supers ?? []
  expect(others).toEqual([])
  expectSpan(small, 0.6, 3)
  expectSpan(large, 3.6, 6.4)
  expect(small?.lines[0]).toMatchObject({
    text: 'Terms and conditions apply. See the shop for details',
    words: 9,
    isOnBlock: false,
  })
  // Capitals of this font are 0.73 of its size.
  expect(Math.abs((small?.lines[0]?.letterHeight ?? 0) * 720 - 20 * 0.73)).toBeLessThan(1.2)
  expect(Math.abs((large?.lines[0]?.letterHeight ?? 0) * 720 - 40 * 0.73)).toBeLessThan(1.2)
  expect(large?.lines[0]).toMatchObject({ words: 6, isOnBlock: true })
  expect(large?.lines[0]?.contrast).toBeGreaterThan(12)
})

function expectSpan(found: Super | undefined, start: number, end: number): void {
  expect(Math.abs((found?.start ?? 0) - start)).toBeLessThanOrEqual(0.1)
  expect(Math.abs((found?.end ?? 0) - end)).toBeLessThanOrEqual(0.1)
}

describe('following a text', () => {
  const times = Array.from({ length: 50 }, (_, at) => at * 0.08)
  const follow = (shares: number[]) => followText(shares, 20, times, 4)

  test('it ends where its edges go, not at a flash', () => {
    const shares = times.map((_, at) => (at >= 10 && at < 40 ? (at === 25 ? 0 : 0.9) : 0.2))
    expect(follow(shares)).toEqual({ start: times[10], end: times[40] })
  })

  test('another text in its place is not it', () => {
    expect(follow(times.map((_, at) => (at >= 15 && at < 30 ? 0.95 : 0.45)))).toEqual({
      start: times[15],
      end: times[30],
    })
  })

  test('it may stand to the end; what moves is no text', () => {
    expect(follow(times.map(() => 0.9))).toEqual({ start: 0, end: 4 })
    expect(follow(times.map(() => 0.3))).toBeUndefined()
  })
})

describe('rows of letters', () => {
  const [width, height] = [200, 60]
  const rowsIn = (isInk: (x: number, y: number) => boolean) =>
    findLetterRows(
      Uint8Array.from({ length: width * height }, (_, at) =>
        Number(isInk(at % width, Math.floor(at / width))),
      ),
      width,
      height,
    )
  /** Frames of 12 x 16 with strokes of 3, and one that reaches below the line. */
  const letter = (x: number, y: number) => {
    const [column, row] = [(x - 20) % 18, y - 20]
    const isLetter = x >= 20 && x < 182 && column < 12 && row >= 0 && row < 16
    return isLetter && (column < 3 || column >= 9 || row < 3 || row >= 13)
  }

  test('letters side by side are a row', () => {
    const [row, ...others] = rowsIn(letter)
    expect(others).toEqual([])
    expect(row).toMatchObject({ left: 20, right: 176, top: 20, bottom: 36, letters: 9, letterHeight: 16 })
  })

  test.each<[string, (x: number, y: number) => boolean]>([
    ['shapes of different sizes', (x, y) => (x * x + y * 37) % 101 < 22],
    ['a fence', (x, y) => x % 20 < 10 && y > 5],
    ['two letters', (x, y) => letter(x, y) && x < 50],
  ])('%s are none', (_, isInk) => {
    expect(rowsIn(isInk)).toEqual([])
  })
})

test('A text that is uncovered bit by bit is one text, read where all of it is there', () => {
  const edges = new EdgeMaps(480, 270)
  const times = Array.from({ length: 100 }, (_, map) => map * 0.08)
  for (const [map] of times.entries()) {
    const visibleFrom = map < 10 ? 480 : map < 30 ? 250 : 100
    const isText = (x: number, y: number) => x >= visibleFrom && x < 380 && y >= 200 && y < 216
    edges.add(
      Uint8Array.from({ length: 480 * 270 }, (_, at) => {
        const [x, y] = [at % 480, Math.floor(at / 480)]
        return isText(x, y) && map < 90 && x % 8 < 4 ? 220 : 60
      }),
    )
  }
  const kept = times.filter((_, map) => map % 6 === 0)
  const runs = findTextRuns({ edges, edgeTimes: times, times: kept, end: 8 })
  const [run] = runs
  expect(run?.boxes).toHaveLength(1)
  expect(run?.boxes[0]?.left).toBeLessThanOrEqual(100)
  expect(run?.boxes[0]?.right).toBeGreaterThanOrEqual(380)
  expect(run?.end).toBeCloseTo(7.2, 1)
})

describe('lines', () => {
  const word = (words: string, height: number, x = 0) => ({
    ...{ text: words, confidence: 90, page: 1, line: 1, x, y: 0.2, width: 0.1, height },
  })
  const whole = { x: 0, y: 0, width: 1, height: 1 }

  test('letters are measured without what is below the baseline', () => {
    const [line] = linesIn([word('Enjoy', 0.13), word('Drinks', 0.1, 0.2), word('daily', 0.13, 0.4)], whole)
    expect(line).toMatchObject({ words: 3, letterHeight: 0.1 })
    expect(linesIn([word('Enjoy', 0.1)], whole)[0]?.letterHeight).toBeCloseTo(0.078)
    expect(linesIn([word('see now', 0.06)], whole)[0]?.letterHeight).toBeCloseTo(0.08)
  })

  test('a texture that was read as letters is none', () => {
    expect(linesIn([{ ...word('ae', 0.1), confidence: 55 }, word('i', 0.1)], whole)).toEqual([])
  })

  const line = { words: 3, x: 0.2, y: 0.8, width: 0.5, height: 0.04, letterHeight: 0.03, contrast: 9 }
  const read = (name: string, start: number, end: number, y = 0.8) => ({
    ...{ ...line, text: name, y, isOnBlock: true, confidence: 90, start, end, atSeconds: start },
  })

  test('a text that moves slowly is one, though it is followed bit by bit', () => {
    const supers = groupLines([
      read('E PEACH OPEN MOVIE PROJEC', 1, 2.3),
      read('MOVIE PROJECT HE PEACH', 3.1, 4.2),
      read('quite another text', 4.2, 6),
    ])
    expect(supers.map(({ start, end }) => [start, end])).toEqual([
      [1, 4.2],
      [4.2, 6],
    ])
  })

  test('lines that come and go together are one text, and each is there once', () => {
    const supers = groupLines([
      read('first line of it', 1, 4),
      read('first line', 1.08, 4),
      read('second line', 1.1, 4.1, 0.9),
      read('another', 4, 6),
    ])
    expect(supers.map(({ start, lines }) => [start, lines.map((one) => one.text)])).toEqual([
      [1, ['first line of it', 'second line']],
      [4, ['another']],
    ])
  })
})

test.each([
  ['white on black', 235, 20, 15, true],
  ['grey on grey', 140, 110, 1.6, true],
  ['black on white', 16, 240, 16, true],
])('%s has its contrast', (_, letter, ground, least, isOnBlock) => {
  const [width, height] = [60, 20]
  const luma = Uint8Array.from({ length: width * height }, (__, at) =>
    at % width > 10 && at % width < 50 && at % 5 === 0 && at / width > 5 && at / width < 15 ? letter : ground,
  )
  const measured = measureText({ luma, width, height })
  expect(measured.isOnBlock).toBe(isOnBlock)
  expect(Math.abs(measured.contrast - least)).toBeLessThan(3)
})
