import { findSmallPrint } from '../../../../quality-control/probes/text/find-small-print'

const [width, height] = [600, 200]

function image(lumaAt: (x: number, y: number) => number) {
  const luma = Uint8Array.from({ length: width * height }, (_, at) =>
    lumaAt(at % width, Math.floor(at / width)),
  )
  return { luma, width, height }
}

const isStroke = (x: number) => x % 4 < 2
const line = (top: number, rows: number) => (x: number, y: number) =>
  x >= 100 && x < 300 && y >= top && y < top + rows && isStroke(x) ? 60 : 220
const noise = (x: number, y: number) => ((x * 7919) ^ (y * 104_729) ^ ((x * y) >> 3)) % 256

test('a line of thin strokes is found where it is', () => {
  const [area, ...others] = findSmallPrint(image(line(80, 8)))
  expect(others).toEqual([])
  expect((area?.x ?? 0) * width).toBeLessThan(100)
  expect(((area?.x ?? 0) + (area?.width ?? 0)) * width).toBeGreaterThan(299)
  expect((area?.y ?? 0) * height).toBeLessThan(80)
  expect(((area?.y ?? 0) + (area?.height ?? 0)) * height).toBeGreaterThan(88)
})

test('two lines of one paragraph are one area', () => {
  const [first, second] = [line(80, 7), line(92, 7)]
  expect(findSmallPrint(image((x, y) => Math.min(first(x, y), second(x, y))))).toHaveLength(1)
})

test.each<[string, (x: number, y: number) => number]>([
  ['plain colour', () => 200],
  ['texture', noise],
  ['a fence', line(20, 120)],
  ['letters that OCR reads as they are', (x, y) => (x % 40 < 20 && y > 60 && y < 100 ? 40 : 220)],
  ['a ruler’s short marks', (x, y) => (x < 30 && x % 4 < 2 && y > 80 && y < 88 ? 40 : 220)],
  ['one row of dots', line(80, 1)],
])('%s is no small print', (_, lumaAt) => {
  expect(findSmallPrint(image(lumaAt))).toEqual([])
})
