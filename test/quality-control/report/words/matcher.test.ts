import { decimalComma } from '../../../../quality-control/report/words/decimal-comma'
import { localNumber } from '../../../../quality-control/report/words/local-number'
import { matcherOf } from '../../../../quality-control/report/words/matcher'

const says = {
  'Black for {0} at the {1}.': 'Schwarz für {0} am {1}.',
  'Black for {0} at the end.': 'Schwarz für {0} am Ende.',
  start: 'Anfang',
  '{0}: {1}.': '{0}: {1}.',
  'Page {0}': 'Seite {0}',
  'soft masks': 'weiche Masken',
  'blend modes': 'Füllmethoden',
  '"{0}" is {1}.': '„{0}“ ist {1}.',
  '{1} of {0}': '{0} hat {1}',
  '{0} or {1}': '{0} oder {1}',
}
const translate = matcherOf(says, decimalComma)

it.each([
  ['Black for 2.4 s at the start.', 'Schwarz für 2,4 s am Anfang.'],
  ['Black for 2.4 s at the end.', 'Schwarz für 2,4 s am Ende.'],
  ['Black for 2.4 s at the middle.', 'Schwarz für 2,4 s am middle.'],
  ['Page 3: soft masks, blend modes.', 'Seite 3: weiche Masken, Füllmethoden.'],
  ['blend modes, soft masks', 'Füllmethoden, weiche Masken'],
  ['soft masks, Gold', 'weiche Masken, Gold'],
  ['"start" is start.', '„start“ ist Anfang.'],
  ['"Buy 2 or 3" is 1.5.', '„Buy 2 or 3“ ist 1,5.'],
  ['JPEG or PNG or TIFF', 'JPEG oder PNG oder TIFF'],
  ['5 of 10', '10 hat 5'],
  ['-23 LUFS ± 0.5 LU', '-23 LUFS ± 0,5 LU'],
])('translates %j', (text, expected) => {
  expect(translate(text)).toBe(expected)
})

it.each(['Something else.', 'Note: something else.', 'h264', 'spot_v1.2.mp4', 'constructor'])(
  'leaves %j, which no translation fits',
  (text) => {
    expect(translate(text)).toBeUndefined()
  },
)

it.each([
  ['-18.2', '-18,2'],
  ['23.976, 24, 25 fps', '23,976; 24; 25 fps'],
  ['24, 25 fps', '24, 25 fps'],
  ['300.5 × 200.1 mm', '300,5 × 200,1 mm'],
  ['1:02.480', '1:02.480'],
  ['PDF/X-4, version 1.6', 'PDF/X-4, version 1.6'],
  ['spot 1.2.mp4', 'spot 1.2.mp4'],
  ['2.5 GB', '2,5 GB'],
])('writes the numbers of %j', (text, expected) => {
  expect(decimalComma(text)).toBe(expected)
})

it.each([
  ['en', '1.5 MB', '1.5 MB'],
  ['de', '1.5 MB', '1,5 MB'],
  ['es', '150.1 kB', '150,1 kB'],
  ['fr', '150.1 kB', '150,1 ko'],
  ['fr', 'at most 2 GB of 3.5 GB', 'at most 2 Go of 3,5 Go'],
  ['fr', '12 MBit', '12 MBit'],
] as const)('in %s, %s is written %s', (language, text, expected) => {
  expect(localNumber(language)(text)).toBe(expected)
})
