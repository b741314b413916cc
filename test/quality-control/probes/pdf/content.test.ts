import type { PdfPage } from '../../../../quality-control/facts/pdf'
import { lineFont } from '../../../../sandbox/samples/line-font'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf } from '../../../support/probe-pdf'

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const tint = '<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >>'

async function pageOf(content: string, resources = '', writer = new PdfWriter()) {
  const [page] = (await pdfFactsOf(onePage({ content, resources }, {}, writer))).pages
  if (page === undefined) throw new Error('no page')
  return page
}

function image(writer: PdfWriter, width: number, height: number, entries: string, samples = 1): string {
  return writer.stream(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`,
    Buffer.alloc(width * height * samples, 0x55),
  )
}

it.each([
  ['device grey', '0.5 g 0 0 9 9 re f', '', 'gray'],
  ['device RGB', '1 0 0 rg 0 0 9 9 re f', '', 'rgb'],
  ['device CMYK', '1 0 0 0 k 0 0 9 9 re f', '', 'cmyk'],
  ['strokes', '1 0 0 RG 2 w 0 0 m 9 9 l S', '', 'rgb'],
  ['Lab', '/C cs 50 0 0 sc 0 0 9 9 re f', '/C [/Lab << /WhitePoint [0.96 1 0.82] >>]', 'lab'],
  ['calibrated RGB', '/C cs 1 0 0 sc 0 0 9 9 re f', '/C [/CalRGB << /WhitePoint [0.95 1 1.09] >>]', 'rgb'],
  [
    'a separation of black',
    '/C cs 1 scn 0 0 9 9 re f',
    `/C [/Separation /Black /DeviceCMYK ${tint}]`,
    'cmyk',
  ],
  ['registration', '/C cs 1 scn 0 0 9 9 re f', `/C [/Separation /All /DeviceCMYK ${tint}]`, 'registration'],
])('%s is told', async (_, content, space, expected) => {
  const { colours } = await pageOf(content, space === '' ? '' : `/ColorSpace << ${space} >>`)
  expect(colours).toMatchObject([{ space: expected, painted: 'vector', names: [], count: 1 }])
})

it('an ICC-based space is identified by its components', async () => {
  const writer = new PdfWriter()
  const profile = writer.stream('/N 4 /Alternate /DeviceCMYK', 'no real profile')
  const { colours } = await pageOf(
    '/C cs 1 0 0 0 sc 0 0 9 9 re f',
    `/ColorSpace << /C [/ICCBased ${profile}] >>`,
    writer,
  )
  expect(colours).toMatchObject([{ space: 'cmyk' }])
})

it('spot colours have their names, without the process colours of a DeviceN space', async () => {
  const many =
    `[/DeviceN [/Cyan /PANTONE#20186#20C /Varnish] /DeviceCMYK << ` +
    `/FunctionType 4 /Domain [0 1 0 1 0 1] /Range [0 1 0 1 0 1 0 1] /Length 0 >>]`
  const { colours } = await pageOf('/C cs 1 1 1 scn 0 0 9 9 re f', `/ColorSpace << /C ${many} >>`)
  expect(colours).toMatchObject([{ space: 'spot', names: ['PANTONE 186 C', 'Varnish'] }])
})

it('colours inside a form XObject, a tiling pattern and a gradient are found', async () => {
  const writer = new PdfWriter()
  const form = writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >>',
    '1 0 0 rg 0 0 9 9 re f',
  )
  const tile = writer.stream(
    '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
    '1 0 0 0 k 0 0 5 5 re f',
  )
  const fade = '<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>'
  const shading = `<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function ${fade} >>`
  const content = '/Fm Do /Pattern cs /Tile scn 0 0 90 90 re f /Fade scn 0 0 90 90 re f'
  const { colours } = await pageOf(
    content,
    `/XObject << /Fm ${form} >> /Pattern << /Tile ${tile} /Fade << /PatternType 2 /Shading ${shading} >> >>`,
    writer,
  )
  expect(colours).toEqual(
    expect.arrayContaining([
      { space: 'rgb', painted: 'vector', names: [], count: 1 },
      { space: 'cmyk', painted: 'vector', names: [], count: 1 },
      { space: 'gray', painted: 'shading', names: [], count: 1 },
    ]),
  )
  expect(colours).toHaveLength(3)
})

it('content in several streams is read as one, and Q restores what q saved', async () => {
  const bytes = onePage({ content: ['q 1 0 0', ' rg Q 0 0 9 9 re', 'f'] })
  expect((await pdfFactsOf(bytes)).pages[0]?.colours).toEqual([
    { space: 'gray', painted: 'vector', names: [], count: 1 },
  ])
})

it('line widths are measured on the page: under a scaled matrix, inside a form, and at width 0', async () => {
  const writer = new PdfWriter()
  const form = writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 900 900] /Matrix [0.5 0 0 0.5 0 0] /Resources << >>',
    '1 w 0 0 m 99 99 l S',
  )
  const content = [
    'q 0.1 0 0 0.1 0 0 cm 2 w 0 0 m 99 99 l S Q',
    'q 0.2 0 0 0.2 0 0 cm /Fm Do Q',
    '0 w 0 0 m 9 9 l S',
    '3 w 0 0 m 9 9 l S',
  ].join('\n')
  const { thinLines } = await pageOf(content, `/XObject << /Fm ${form} >>`, writer)
  expect(thinLines).toEqual([
    { widthPoints: 0, count: 1 },
    { widthPoints: 0.1, count: 1 },
    { widthPoints: 0.2, count: 1 },
  ])
})

it('overprint is classified: white vanishes, black is intended, colour mixes', async () => {
  const states = '/ExtGState << /Over << /OP true /op true /OPM 1 >> /Fill << /OP false /op true /OPM 1 >> >>'
  const content = [
    '/Over gs 0 0 0 0 k 0 0 9 9 re f',
    '0 0 0 1 k 0 0 9 9 re f',
    '0 1 0 0 K 2 w 0 0 m 9 9 l S',
    '/Fill gs 0 1 0 0 K 0 0 m 9 9 l S',
  ].join('\n')
  const { overprint } = await pageOf(content, states)
  expect(overprint).toEqual([
    { colour: 'white', painted: 'vector', count: 1 },
    { colour: 'black', painted: 'vector', count: 1 },
    { colour: 'other', painted: 'vector', count: 1 },
  ])
})

it('grey overprints as grey: in DeviceGray, also when it is black; white stays white', async () => {
  const content = '/Over gs 0.5 g 0 0 9 9 re f 0 g 0 0 9 9 re f 1 g 0 0 9 9 re f'
  const { overprint } = await pageOf(content, '/ExtGState << /Over << /OP true /OPM 1 >> >>')
  expect(overprint).toEqual([
    { colour: 'gray', painted: 'vector', count: 2 },
    { colour: 'white', painted: 'vector', count: 1 },
  ])
})

it('white in DeviceCMYK knocks out under overprint mode 0', async () => {
  const { overprint } = await pageOf(
    '/Over gs 0 0 0 0 k 0 0 9 9 re f',
    '/ExtGState << /Over << /OP true /OPM 0 >> >>',
  )
  expect(overprint).toEqual([{ colour: 'other', painted: 'vector', count: 1 }])
})

it('transparency is found by alpha, blend mode, soft mask and group', async () => {
  const writer = new PdfWriter()
  const group = writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >> /Resources << >>',
    '0 g 0 0 9 9 re f',
  )
  const states =
    `/Faint << /ca 0.5 >> /Times << /BM /Multiply /ca 1 >> /Mask << /BM ` +
    `/Normal /SMask << /S /Alpha /G ${group} >> >> /Off << /SMask /None >>`
  const content = '/Faint gs 0 0 9 9 re f /Times gs 0 0 9 9 re f /Mask gs 0 0 9 9 re f /Off gs /Fm Do'
  const { transparency } = await pageOf(
    content,
    `/ExtGState << ${states} >> /XObject << /Fm ${group} >>`,
    writer,
  )
  expect(transparency).toEqual([
    { kind: 'alpha', detail: '50 %', count: 1 },
    { kind: 'blendMode', detail: 'Multiply', count: 1 },
    { kind: 'softMask', detail: 'mask', count: 1 },
    { kind: 'group', detail: '', count: 1 },
  ])
})

it(
  'text in black and other inks is found, with ' + 'its size on the page; text in black alone is not',
  async () => {
    const text = (matrix: string) => `BT /F1 2 Tf ${matrix} Tm (Words) Tj ET`
    const content =
      `0.6 0.4 0.4 1 k q 2 0 0 2 0 0 cm ${text('3 0 0 3 10 10')} ` + `Q 0 0 0 1 k ${text('5 0 0 5 10 90')}`
    const { richBlackText } = await pageOf(content, `/Font << /F1 ${helvetica} >>`)
    expect(richBlackText).toEqual([{ sizePoints: 12, cmykPercent: [60, 40, 40, 100], count: 1 }])
  },
)

it('fonts: embedded or not, subset, Type 3, and the pages that show them', async () => {
  const writer = new PdfWriter()
  const program = writer.stream('', lineFont().file)
  const descriptor = writer.add(
    `<< /Type /FontDescriptor /FontName /ABCDEF+Line /Flags 32 /FontFile2 ${program} >>`,
  )
  const embedded = writer.add(
    `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Line /FontDescriptor ${descriptor} >>`,
  )
  const glyph = writer.stream('', '500 0 d0 0 0 9 9 re f')
  const drawn = writer.add(
    `<< /Type /Font /Subtype /Type3 /Name /Drawn /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] ` +
      `/CharProcs << /a ${glyph} >> /Encoding << /Differences ` +
      `[97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] >>`,
  )
  const composite = writer.add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H ' +
      '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song >>] >>',
  )
  const resources = `/Font << /F1 ${embedded} /F2 ${drawn} /F3 ${composite} /F4 ${writer.add(helvetica)} >>`
  const show = (name: string, mode = 0) => `BT ${mode} Tr /${name} 9 Tf (a) Tj ET`
  writer.page({ media: [0, 0, 99, 99], content: `${show('F1')} ${show('F2')}`, resources })
  writer.page({ media: [0, 0, 99, 99], content: `${show('F1')} ${show('F3')} ${show('F4', 3)}`, resources })
  const { fonts } = await pdfFactsOf(writer.toBuffer())
  expect(fonts).toEqual([
    { name: 'ABCDEF+Line', type: 'TrueType', isEmbedded: true, isSubset: true, pages: [1, 2] },
    { name: 'Drawn', type: 'Type3', isEmbedded: true, isSubset: false, pages: [1] },
    { name: 'Song', type: 'CIDFontType2', isEmbedded: false, isSubset: false, pages: [2] },
    // Shown as invisible text only, as under a scanned page.
    { name: 'Helvetica', type: 'Type1', isEmbedded: false, isSubset: false, pages: [] },
  ])
})

it('the resolution of an image is that on the page, in the lower direction', async () => {
  const writer = new PdfWriter()
  const placed = image(writer, 300, 300, '/ColorSpace /DeviceCMYK /BitsPerComponent 8', 4)
  const content =
    'q 72 0 0 72 0 0 cm /Im Do Q q 0 144 -72 0 100 100 cm ' +
    '/Im Do Q q 0.5 0 0 0.5 0 0 cm 72 0 0 72 300 300 cm /Im Do Q'
  const { images } = await pageOf(content, `/XObject << /Im ${placed} >>`, writer)
  expect(images.map(({ ppi }) => ppi)).toEqual([300, 150, 600])
  expect(images[0]).toMatchObject({
    widthPixels: 300,
    heightPixels: 300,
    space: 'cmyk',
    bitsPerComponent: 8,
    isInline: false,
  })
})

it('stencils, inline images and palettes have the colours that they paint with', async () => {
  const writer = new PdfWriter()
  const stencil = image(writer, 8, 8, '/ImageMask true /BitsPerComponent 1')
  const palette = image(
    writer,
    8,
    8,
    '/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /BitsPerComponent 8',
  )
  const inline = 'BI /W 4 /H 4 /BPC 8 /CS /G ID 0123456789abcdef EI'
  const content =
    `1 0 0 0 k q 9 0 0 9 0 0 cm /St Do Q q 9 0 0 9 0 0 cm /Pal ` +
    `Do Q q 9 0 0 9 0 0 cm ${inline} Q 1 0 0 rg 0 0 9 9 re f`
  const { images, colours } = await pageOf(content, `/XObject << /St ${stencil} /Pal ${palette} >>`, writer)
  expect(images.map(({ space, isInline }) => [space, isInline])).toEqual([
    ['mask', false],
    ['rgb', false],
    ['gray', true],
  ])
  expect(colours.map(({ space, painted }) => `${space} ${painted}`)).toEqual([
    'cmyk vector',
    'rgb image',
    'gray image',
    'rgb vector',
  ])
})

it('an image beside the page is not reported', async () => {
  const writer = new PdfWriter()
  const placed = image(writer, 10, 10, '/ColorSpace /DeviceGray /BitsPerComponent 8')
  expect(
    (await pageOf('q 100 0 0 100 2000 0 cm /Im Do Q', `/XObject << /Im ${placed} >>`, writer)).images,
  ).toEqual([])
})

it.each([
  ['nothing', '', true],
  ['white alone', '1 g 0 0 99 99 re f', true],
  ['a grey square', '0.9 g 0 0 99 99 re f', false],
])('a page that paints %s is blank: %s', async (_, content, isBlank) => {
  expect((await pageOf(content)).isBlank).toBe(isBlank)
})

describe('black text on a colour', () => {
  const text = 'BT /F1 9 Tf 20 20 Td (Words) Tj ET'
  const states = '/ExtGState << /Over << /OP true /op true /OPM 1 >> /Mode0 << /op true /OPM 0 >> >>'
  const font = `/Font << /F1 ${helvetica} >>`
  const on = async (background: string, paint: string) =>
    (await pageOf(`${background} ${paint}`, `${states} ${font}`)).knockoutText

  it.each([
    ['without overprint', '1 0 0 0 k 0 0 99 99 re f', `0 0 0 1 k ${text}`],
    ['with overprint mode 0', '1 0 0 0 k 0 0 99 99 re f', `/Mode0 gs 0 0 0 1 k ${text}`],
    ['in DeviceGray', '1 0 0 0 k 0 0 99 99 re f', `0 g ${text}`],
    ['on a rectangle drawn as lines', '0 1 0 0 k 0 0 m 99 0 l 99 99 l 0 99 l h f', `0 0 0 1 k ${text}`],
  ])('knocks out %s', async (_, background, paint) => {
    expect(await on(background, paint)).toMatchObject([{ sizePoints: 9, count: 1 }])
  })

  it.each([
    ['with overprint', '1 0 0 0 k 0 0 99 99 re f', `/Over gs 0 0 0 1 k ${text}`],
    ['on paper', '', `0 0 0 1 k ${text}`],
    ['on grey', '0.5 g 0 0 99 99 re f', `0 0 0 1 k ${text}`],
    ['on white over a colour', '1 0 0 0 k 0 0 99 99 re f 0 0 0 0 k 0 0 99 99 re f', `0 0 0 1 k ${text}`],
    ['beside the colour', '1 0 0 0 k 50 50 99 99 re f', `0 0 0 1 k ${text}`],
    ['outside the clip of the colour', 'q 50 50 9 9 re W n 1 0 0 0 k 0 0 99 99 re f Q', `0 0 0 1 k ${text}`],
    ['when it is no black', '1 0 0 0 k 0 0 99 99 re f', `0 0 0 0.8 k ${text}`],
  ])('does not %s', async (_, background, paint) => {
    expect(await on(background, paint)).toEqual([])
  })
})

it('text has its size in points, and the inks that must register', async () => {
  const text = (size: number) => `BT /F1 ${size} Tf 10 10 Td (Words) Tj ET`
  const content = `0 0 0 1 k ${text(9)} q 0.5 0 0 0.5 0 0 cm ${text(9)} Q 1 1 0 0 k ${text(7)} 1 g ${text(8)}`
  const { textSizes } = await pageOf(content, `/Font << /F1 ${helvetica} >>`)
  expect(textSizes).toEqual([
    { sizePoints: 4.5, count: 1 },
    { sizePoints: 7, inks: 'several', count: 1 },
    { sizePoints: 8, inks: 'white', count: 1 },
    { sizePoints: 9, count: 1 },
  ])
})

it('a rule drawn as a filled rectangle is a line; a dot and a bar are not', async () => {
  const content = '0 0 0 1 k 0 0 90 0.2 re f 5 5 0.2 0.2 re f 0 20 90 2 re f 1 1 0 0 k 0 40 0.3 90 re f'
  const { thinLines } = await pageOf(content)
  expect(thinLines).toEqual([
    { widthPoints: 0.2, count: 1 },
    { widthPoints: 0.3, inks: 'several', count: 1 },
  ])
})

describe('what leaves no mark is not there, and what leaves one is', () => {
  const nothing: [string, string][] = [
    ['a shape beside the sheet', '1 0 0 rg 700 0 99 99 re f'],
    ['a shape under the clip of another place', 'q 0 0 9 9 re W n 1 0 0 rg 50 50 99 99 re f Q'],
    ['a shape outside of two clips', 'q 0 0 9 9 re W n 50 50 9 9 re W n 1 0 0 rg 0 0 99 99 re f Q'],
    ['a line beside the sheet', '1 0 0 RG 2 w 700 0 m 700 99 l S'],
    ['an image beside the sheet', 'q 100 0 0 100 2000 0 cm /Im Do Q'],
    ['an image that is clipped away', 'q 0 0 9 9 re W n q 100 0 0 100 50 50 cm /Im Do Q Q'],
    ['text above the sheet', '1 0 0 rg BT /F1 9 Tf 10 900 Td (Notes) Tj ET'],
    ['text to the right of the sheet', '1 0 0 rg BT /F1 2 Tf 700 90 Td (Notes) Tj ET'],
    ['the colorant None, to overprint', '/Over gs /C cs 1 scn 0 0 99 99 re f'],
    ['text in the colorant None', '/C cs 1 scn BT /F1 2 Tf 10 90 Td (Notes) Tj ET'],
    ['painting without a path', '1 0 0 rg f'],
  ]
  const marks: [string, string, string][] = [
    ['a wide line next to the edge', '1 0 0 RG 20 w 600 0 m 600 99 l S', 'vector'],
    ['text that begins before the sheet', '1 0 0 rg BT /F1 9 Tf -90 90 Td (A line of words) Tj ET', 'text'],
    ['an image across the edge', 'q 100 0 0 100 550 0 cm /Im Do Q', 'image'],
  ]
  let pages: PdfPage[]

  beforeAll(async () => {
    const writer = new PdfWriter()
    const photo = image(writer, 10, 10, '/ColorSpace /DeviceRGB /BitsPerComponent 8', 3)
    const resources =
      `/ExtGState << /Over << /OP true /op true /OPM 1 >> >> /XObject << /Im ${photo} >> ` +
      `/ColorSpace << /C [/Separation /None /DeviceCMYK ${tint}] >> /Font << /F1 ${helvetica} >>`
    for (const [, content] of [...nothing, ...marks])
      writer.page({ media: [0, 0, 595, 842], content, resources })
    ;({ pages } = await pdfFactsOf(writer.toBuffer()))
  })

  it.each(nothing.map(([name], at) => [name, at] as const))('%s', (_, at) => {
    const found = { colours: [], overprint: [], images: [], textSizes: [], thinLines: [], isBlank: true }
    expect(pages[at]).toMatchObject(found)
  })

  it.each(marks.map(([name, , painted], at) => [name, painted, at] as const))('%s', (_, painted, at) => {
    expect(pages[nothing.length + at]?.colours).toMatchObject([{ space: 'rgb', painted }])
  })
})

it('a colour out of a palette is not judged by the number of its entry', async () => {
  const resources = '/ColorSpace << /C [/Indexed /DeviceCMYK 1 <0000000000ff00ff>] >>'
  const { colours, isBlank } = await pageOf('/C cs 0 sc 0 0 99 99 re f', resources)
  expect(colours).toMatchObject([{ space: 'cmyk' }])
  expect(isBlank).toBe(true)
  const { ink } = await pageOf('/C cs 1 sc 0 0 99 99 re f', resources)
  expect(ink?.maximumPercent).toBe(200)
})

it('a stencil that paints with a pattern paints what is in its tile', async () => {
  const writer = new PdfWriter()
  const stencil = image(writer, 8, 8, '/ImageMask true /BitsPerComponent 1')
  const tile = writer.stream(
    '/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
    '1 0 0 rg 0 0 5 5 re f',
  )
  const content = '/Pattern cs /Tile scn q 90 0 0 90 0 0 cm /St Do Q'
  const resources = `/XObject << /St ${stencil} >> /Pattern << /Tile ${tile} >>`
  const { colours, isBlank } = await pageOf(content, resources, writer)
  expect(colours).toEqual([{ space: 'rgb', painted: 'vector', names: [], count: 1 }])
  expect(isBlank).toBe(false)
})

it('the part of an image that shows is its place', async () => {
  const writer = new PdfWriter()
  const placed = image(writer, 10, 10, '/ColorSpace /DeviceGray /BitsPerComponent 8')
  const content = 'q 0 0 59.5 84.2 re W n q 595 0 0 842 0 0 cm /Im Do Q Q'
  const { images } = await pageOf(content, `/XObject << /Im ${placed} >>`, writer)
  expect(images).toMatchObject([{ box: { x: 0, y: 0.9, width: 0.1, height: expect.closeTo(0.1) } }])
})

it('a mask inside JPEG 2000 data is transparency, and a fax image has one bit', async () => {
  const writer = new PdfWriter()
  const jpx = image(writer, 9, 9, '/ColorSpace /DeviceGray /Filter /JPXDecode /SMaskInData 1')
  const fax = writer.stream(
    '/Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode',
    'x',
    { isCompressed: false },
  )
  const content = 'q 9 0 0 9 0 0 cm /Jpx Do /Fax Do Q'
  const page = await pageOf(content, `/XObject << /Jpx ${jpx} /Fax ${fax} >>`, writer)
  expect(page.transparency).toMatchObject([{ kind: 'softMask', detail: 'image' }])
  expect(page.images.map(({ bitsPerComponent }) => bitsPerComponent)).toEqual([8, 1])
})

it.each([
  ['by the scale of other fonts', '0.001 0 0 0.001 0 0', '0 0 750 750', 9, 9],
  ['as TeX writes bitmap fonts', '0.012 0 0 0.012 0 0', '0 -20 60 63.3', 10, 10],
  ['in units of its own', '1 0 0 1 0 0', '0 0 1 1.2', 10, 12],
])('text in a Type 3 font has the height of its glyphs: %s', async (_, matrix, box, size, expected) => {
  const drawn =
    `<< /Type /Font /Subtype /Type3 /FontBBox [${box}] /FontMatrix [${matrix}] /CharProcs << >> ` +
    `/Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] >>`
  const { textSizes } = await pageOf(`BT /F1 ${size} Tf 9 9 Td (a) Tj ET`, `/Font << /F1 ${drawn} >>`)
  expect(textSizes).toEqual([{ sizePoints: expected, count: 1 }])
})
