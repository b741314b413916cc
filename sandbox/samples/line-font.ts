/**
 * A small TrueType font of our own, so that samples can embed one: letters of straight strokes on a grid 4
 * wide and 6 high, lower case as small capitals. Covers ASCII. A character without strokes is a blank.
 */
export function lineFont(): { file: Buffer; widths: number[] } {
  const glyphs = [{ contours: [], width: blankWidth }, ...codes.map(glyphOf)]
  const outlines = glyphs.map(({ contours }) => outline(contours))
  const offsets = outlines.reduce<number[]>((all, { length }) => [...all, (all.at(-1) ?? 0) + length], [0])
  const tables = {
    cmap: characterMap(),
    glyf: Buffer.concat(outlines),
    head: head(),
    hhea: words(1, 0, ascent, -descent, 0, 600, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length),
    hmtx: words(...glyphs.flatMap(({ width }) => [width, 0])),
    loca: words(...offsets.map((offset) => offset / 2)),
    maxp: words(1, 0, glyphs.length, 400, 60, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  }
  return { file: fontFile(tables), widths: glyphs.slice(1).map(({ width }) => width) }
}

/** First and last character that the font knows, for the PDF's `FirstChar` and `LastChar`. */
export const firstCode = 32
export const lastCode = 126

type Point = readonly [number, number]

const unit = 110
const stroke = 90
const ascent = 750
const descent = 150
const blankWidth = 300
const smallCapitals = 0.76
const codes = Array.from({ length: lastCode - firstCode + 1 }, (_, index) => firstCode + index)

/**
 * Strokes of each letter: corner points as pairs of digits (x, then y from 0 at the base line), strokes
 * separated by blanks.
 */
const strokes: Record<string, string> = {
  A: '00044640 0242',
  B: '00063645443303 334241300003',
  C: '45361605011030 4130',
  D: '00062645412000',
  E: '40000646 0333',
  F: '000646 0333',
  G: '45361605011030414323',
  H: '0006 4046 0343',
  I: '2026',
  J: '4641301001',
  K: '0006 4602 1340',
  L: '060040',
  M: '0006234640',
  N: '00064046',
  O: '1030414536160501101030',
  P: '00063645433303',
  Q: '10304145361605011030 2240',
  R: '00063645433303 2340',
  S: '453616050413334241301001',
  T: '0646 2026',
  U: '060110304146',
  V: '062046',
  W: '0610244046 2410',
  X: '0046 0640',
  Y: '062346 2320',
  Z: '06460040',
  '0': '10304145361605011030',
  '1': '152620 1030',
  '2': '05163645440040',
  '3': '0516364544333241301001 2333',
  '4': '36024240 3036',
  '5': '460603334241301001',
  '6': '36160501103041423303',
  '7': '064610',
  '8': '1333444536160504133342413010010213',
  '9': '1030414536160504133343',
  '.': '2021',
  ',': '2110',
  ':': '2021 2324',
  '-': '1333',
  '!': '2021 2226',
  '?': '05163645442322 2021',
  '%': '0046 0516 3041',
  '/': '0046',
  '+': '0343 2125',
  "'": '2526',
  '(': '36242230',
  ')': '16242210',
}

function glyphOf(code: number): { contours: Point[][]; width: number } {
  const character = String.fromCharCode(code)
  const capital = character.toUpperCase()
  const scale = unit * (capital === character ? 1 : smallCapitals)
  const lines = (strokes[capital] ?? '').split(' ').map((line) => pointsOf(line, scale))
  const widest = Math.max(0, ...lines.flat().map(([x]) => x))
  const contours = lines.flatMap((line) => line.slice(1).map((end, index) => bar(line[index] ?? end, end)))
  return { contours, width: contours.length === 0 ? blankWidth : Math.round(widest + 1.9 * stroke) }
}

function pointsOf(line: string, scale: number): Point[] {
  const pairs = line.match(/\d\d/g) ?? []
  return pairs.map((pair): Point => [
    Math.round(Number(pair[0]) * scale) + stroke / 2,
    Math.round(Number(pair[1]) * scale) + stroke / 2,
  ])
}

/** A stroke from one point to another as a closed shape with pointed ends, clockwise as TrueType fills. */
function bar([x1, y1]: Point, [x2, y2]: Point): Point[] {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [dx, dy] = [((x2 - x1) / length) * (stroke / 2), ((y2 - y1) / length) * (stroke / 2)]
  const shape: Point[] = [
    [x1 - dy, y1 + dx],
    [x2 - dy, y2 + dx],
    [x2 + dx, y2 + dy],
    [x2 + dy, y2 - dx],
    [x1 + dy, y1 - dx],
    [x1 - dx, y1 - dy],
  ]
  return shape.map(([x, y]): Point => [Math.round(x), Math.round(y)])
}

function outline(contours: Point[][]): Buffer {
  if (contours.length === 0) return Buffer.alloc(0)
  const points = contours.flat()
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1)
  const deltas = (values: number[]) =>
    words(...values.map((value, index) => value - (values[index - 1] ?? 0)))
  const parts = [
    words(contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0),
    Buffer.alloc(points.length, 1),
  ]
  const glyph = Buffer.concat([...parts, deltas(xs), deltas(ys)])
  return Buffer.concat([glyph, Buffer.alloc((4 - (glyph.length % 4)) % 4)])
}

/**
 * One run of characters from `firstCode` on, mapped to the glyphs from 1 on (format 4, platform 3, Unicode).
 */
function characterMap(): Buffer {
  const segments = [lastCode, 0xffff, 0, firstCode, 0xffff, 1 - firstCode, 1, 0, 0]
  return Buffer.concat([words(0, 1, 3, 1, 0, 12), words(4, 32, 0, 4, 4, 1, 0, ...segments)])
}

function head(): Buffer {
  const magic = [0x5f0f, 0x3cf5]
  return words(
    1,
    0,
    1,
    0,
    0,
    0,
    ...magic,
    0,
    1000,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    -descent,
    600,
    ascent,
    0,
    8,
    2,
    0,
    0,
  )
}

function fontFile(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables).sort()
  const directory: Buffer[] = [words(1, 0, names.length, 64, 2, names.length * 16 - 64)]
  const bodies: Buffer[] = []
  let offset = 12 + names.length * 16
  for (const name of names) {
    const table = tables[name] ?? Buffer.alloc(0)
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    const entry = Buffer.alloc(16)
    entry.write(name, 'latin1')
    entry.writeUInt32BE(checksum(padded), 4)
    entry.writeUInt32BE(offset, 8)
    entry.writeUInt32BE(table.length, 12)
    directory.push(entry)
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([...directory, ...bodies])
}

function checksum(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}

/** Big-endian 16-bit words, negative ones in two's complement. */
function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, index * 2)
  return bytes
}
