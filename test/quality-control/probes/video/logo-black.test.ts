import { LogoBlackFinder } from '../../../../quality-control/probes/video/meters/logo-black'

const [columns, rows] = [64, 36]

interface Logo {
  /** Luma of an opaque logo, or what a see-through one adds. */
  level: number
  opacity: number
  place?: 'top right' | 'middle'
}

/** One luma everywhere, with a logo of 5 x 3 cells. */
function frame(level: number, logo?: Logo): Uint8Array {
  const rgb = new Uint8Array(columns * rows * 3).fill(level)
  const [left, top] = logo?.place === 'middle' ? [30, 16] : [56, 2]
  for (let y = top; logo !== undefined && y < top + 3; y++)
    for (let x = left; x < left + 5; x++)
      rgb.fill(level * (1 - logo.opacity) + logo.level, (y * columns + x) * 3, (y * columns + x) * 3 + 3)
  return rgb
}

const times = (count: number, make: () => Uint8Array) => Array.from({ length: count }, make)

function found(frames: readonly Uint8Array[]): { start: number; end: number }[] {
  const finder = new LogoBlackFinder()
  for (const one of frames) finder.add(one)
  return finder.facts(
    frames.map((_, index) => index / 25),
    frames.length / 25,
    [],
  )
}

const seeThrough: Logo = { level: 76, opacity: 0.3 }
const shots = (black: Uint8Array[], logo?: Logo) => [
  ...times(10, () => frame(120, logo)),
  ...black,
  ...times(10, () => frame(150, logo)),
]

test.each<[string, Uint8Array[]]>([
  ['an opaque logo', shots([frame(16, { level: 200, opacity: 1 })], { level: 200, opacity: 1 })],
  ['a see-through logo', shots([frame(16, seeThrough)], seeThrough)],
])('one black frame under %s is found', (_, frames) => {
  expect(found(frames)).toEqual([{ start: 0.4, end: 0.44 }])
})

test.each<[string, Uint8Array[]]>([
  ['a white title on black', shots(times(5, () => frame(16, { level: 235, opacity: 1 })))],
  ['a dim title that stays for two seconds', shots(times(50, () => frame(16, seeThrough)))],
  ['something dim in the middle', shots([frame(16, { ...seeThrough, place: 'middle' })], seeThrough)],
  ['a dim light that outlasts a fade', shots([...times(3, () => dimmed()), frame(16, seeThrough)])],
  [
    'a dim title before a darker shot',
    [...shots([frame(16, seeThrough)]).slice(0, 11), ...times(9, () => frame(40))],
  ],
])('%s is none', (_, frames) => {
  expect(found(frames)).toEqual([])
})

/** Neither black nor a picture: a tenth of it is bright. */
function dimmed(): Uint8Array {
  const rgb = frame(16)
  rgb.fill(120, 0, Math.round(rgb.length * 0.1))
  return rgb
}
