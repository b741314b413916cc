import { compileNameTemplate } from '../../../quality-control/checks/name-template'

function partsOf(template: string, name: string) {
  const compiled = compileNameTemplate(template)
  if ('expected' in compiled) throw new Error(compiled.expected)
  const parts = compiled.partsOf(name)
  return parts && Object.fromEntries(parts)
}

test('a name is read into its parts', () => {
  expect(
    partsOf('{client}_{campaign}_{width}x{height}_{seconds}s_{language}', 'ACME_Été-24_1080x1920_15s_fr'),
  ).toEqual({
    client: 'ACME',
    campaign: 'Été-24',
    width: '1080',
    height: '1920',
    seconds: '15',
    language: 'fr',
  })
})

test.each([
  ['a separator inside a part', '{client}_{campaign}_{width}x{height}', 'acme_summer_sale_1080x1080'],
  ['an empty part', '{client}_{campaign}', 'acme_'],
  ['more at the end', '{client}_{width}x{height}', 'acme_1080x1080_final'],
  ['letters where digits belong', '{client}_{width}x{height}', 'acme_axb'],
])('%s does not fit', (_, template, name) => {
  expect(partsOf(template, name)).toBeUndefined()
})

test.each([
  ['{a}.+^$()[]_{width}', 'x.+^$()[]_12'],
  ['(a+)+$[{client}]', '(a+)+$[acme]'],
  ['{client}-{width}', 'acme-12'],
  ['u\u0308ber_{width}', '\u00fcber_12'],
])('text of a template has no meaning of a regular expression: %s', (template, name) => {
  expect(partsOf(template, name)).toBeDefined()
})

test.each([
  ['', 'parts in braces'],
  ['acme_summer', 'parts in braces'],
  ['{client}_{width', 'pairs of braces'],
  ['{client}}_{width}', 'pairs of braces'],
  ['{{client}}_{width}', 'pairs of braces'],
  ['{client}/{width}', 'characters that a file name may contain'],
  ['{client}.*_{width}', 'characters that a file name may contain'],
  ['{}_{width}', 'a name such as {campaign}'],
  ['{(a+)+}_{width}', 'a name such as {campaign}'],
  ['{__proto__}_{width}', 'a name such as {campaign}'],
  ['{client}{campaign}', 'text between {client} and {campaign}'],
  ['{width}{height}', 'text between {width} and {height}'],
  ['{width}0{height}', 'a separator after {width}, not "0"'],
  ['{campaign}x{width}', 'a separator after {campaign}, not "x"'],
  ['{language}s_{width}', 'a separator after {language}, not "s"'],
  ['{width}x{width}', 'each part once'],
  ['{client}_{widht}', 'one of width, height'],
  ['{client}_{second}', 'one of width, height'],
  ['{client}_{Width}', 'a name such as'],
  ['{a}_'.repeat(17), 'at most 16 parts'],
  ['_'.repeat(300) + '{a}', 'at most 200 characters'],
])('%s is refused', (template, expected) => {
  const compiled = compileNameTemplate(template)
  expect('expected' in compiled && compiled.expected).toContain(expected)
})

test('a hostile name takes no time', () => {
  const parts = Array.from({ length: 16 }, (_, index) => `{p${index}}`).join('_')
  const compiled = compileNameTemplate(parts)
  if ('expected' in compiled) throw new Error(compiled.expected)
  for (const name of ['a'.repeat(50_000), '_'.repeat(50_000), 'a_'.repeat(25_000), `${'1x'.repeat(25_000)}!`])
    expect(compiled.partsOf(name)).toBeUndefined()
})
