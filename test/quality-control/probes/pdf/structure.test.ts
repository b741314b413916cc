import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf, probePdfBytes } from '../../../support/probe-pdf'

/** The same document, protected by qpdf. */
function encrypted(bytes: Buffer, ...options: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'encrypt-'))
  try {
    writeFileSync(join(folder, 'plain'), bytes)
    execFileSync('qpdf', ['--encrypt', ...options, '--', join(folder, 'plain'), join(folder, 'locked')])
    return readFileSync(join(folder, 'locked'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('written, inherited and missing boxes are distinguished', async () => {
  const writer = new PdfWriter()
  writer.page({ media: [0, 0, 600, 800], bleed: [10, 10, 590, 790], trim: [20, 20, 580, 780], content: '' })
  const written = (await pdfFactsOf(writer.toBuffer())).pages[0]?.boxes
  expect(written).toMatchObject({
    media: { right: 600, top: 800, origin: 'written' },
    crop: { right: 600, top: 800, origin: 'default' },
    bleed: { left: 10, origin: 'written' },
    trim: { left: 20, top: 780, origin: 'written' },
    art: { left: 0, origin: 'default' },
  })

  const heir = new PdfWriter()
  heir.page({ media: [0, 0, 600, 800], content: '' })
  const inherited = (await pdfFactsOf(heir.toBuffer({ pages: '/CropBox [50 60 500 700]' }))).pages[0]?.boxes
  expect(inherited).toMatchObject({
    crop: { left: 50, bottom: 60, origin: 'inherited' },
    trim: { left: 50, right: 500, origin: 'default' },
  })
})

it('the corners of a box may come in any order', async () => {
  const { pages } = await pdfFactsOf(onePage({ media: [600, 800, 0, 0] }))
  expect(pages[0]?.boxes.media).toMatchObject({ left: 0, bottom: 0, right: 600, top: 800 })
})

it('lengths are given with the UserUnit applied', async () => {
  const page = (
    await pdfFactsOf(
      onePage({ media: [0, 0, 100, 200], entries: '/UserUnit 3', content: '0.2 w 0 0 m 50 50 l S' }),
    )
  ).pages[0]
  expect(page).toMatchObject({
    userUnit: 3,
    boxes: { media: { right: 300, top: 600 } },
    thinLines: [{ widthPoints: 0.6, count: 1 }],
  })
})

it.each([
  [90, { x: 0, y: 0, width: 0.5, height: 0.25 }],
  [180, { x: 0.75, y: 0, width: 0.25, height: 0.5 }],
  [270, { x: 0.5, y: 0.75, width: 0.5, height: 0.25 }],
  [0, { x: 0, y: 0.5, width: 0.25, height: 0.5 }],
])('on a page turned by %i degrees, locations are those of the page as it is shown', async (degrees, box) => {
  const writer = new PdfWriter()
  const image = writer.stream(
    '/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8',
    Buffer.alloc(100),
  )
  const content = 'q 100 0 0 100 0 0 cm /Im Do Q'
  const bytes = onePage(
    {
      media: [0, 0, 400, 200],
      content,
      resources: `/XObject << /Im ${image} >>`,
      entries: `/Rotate ${degrees}`,
    },
    {},
    writer,
  )
  const [page] = (await pdfFactsOf(bytes)).pages
  expect(page?.rotationDegrees).toBe(degrees)
  expect(page?.images[0]?.box).toEqual(box)
})

it('the title, the maker, the PDF/X version and the output intent are read', async () => {
  const writer = new PdfWriter()
  const profile = writer.stream('/N 4', 'no real profile')
  const intent =
    `<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier ` +
    `(FOGRA51) /DestOutputProfile ${profile} >>`
  const metadata = writer.stream(
    '/Type /Metadata /Subtype /XML',
    '<x:xmpmeta><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x:xmpmeta>',
  )
  const catalog = `/OutputIntents [${intent}] /Metadata ${metadata}`
  const facts = await pdfFactsOf(
    onePage(
      {},
      { version: '1.6', catalog, info: '/Title (Spring) /Creator (Paper) /Producer (Press)' },
      writer,
    ),
  )
  expect(facts).toMatchObject({
    pdfVersion: '1.6',
    title: 'Spring',
    creator: 'Paper',
    producer: 'Press',
    pdfxVersion: 'PDF/X-4',
    outputIntents: [{ subtype: 'GTS_PDFX', condition: 'FOGRA51', hasProfile: true, components: 4 }],
  })
})

it('an author counts as personal data', async () => {
  expect((await probePdfBytes(onePage({}, { info: '/Author (Ada)' }))).privacy).toEqual({ hasAuthor: true })
  expect((await probePdfBytes(onePage({}))).privacy).toEqual({ hasAuthor: false })
})

it('scripts are found in every location', async () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  const atOpening = await pdfFactsOf(onePage({}, { catalog: `/OpenAction ${script}` }))
  const onPage = await pdfFactsOf(onePage({ entries: `/AA << /O ${script} >>` }))
  const onLink = await pdfFactsOf(
    onePage({ entries: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${script} >>]` }),
  )
  const byName = await pdfFactsOf(
    onePage({}, { catalog: `/Names << /JavaScript << /Names [(start) ${script}] >> >>` }),
  )
  expect([atOpening, onPage, onLink, byName].map(({ javaScriptLocations }) => javaScriptLocations)).toEqual([
    ['when the document opens, closes or prints'],
    ['when a page is shown'],
    ['on a form field or link'],
    ['when the document opens'],
  ])
  expect((await pdfFactsOf(onePage({}))).javaScriptLocations).toEqual([])
})

it('a script without references is not counted', async () => {
  const writer = new PdfWriter()
  writer.add('<< /S /JavaScript /JS (app.alert\\(1\\)) >>')
  expect((await pdfFactsOf(onePage({}, {}, writer))).javaScriptLocations).toEqual([])
})

it('actions that start programs are listed', async () => {
  const { riskyActions } = await pdfFactsOf(
    onePage({}, { catalog: '/OpenAction << /S /Launch /F (run.exe) >>' }),
  )
  expect(riskyActions).toEqual(['Launch'])
})

it('attachments are found, and Content Credentials are recognised', async () => {
  const writer = new PdfWriter()
  const file = writer.stream('/Type /EmbeddedFile', 'hello')
  const plain = writer.add(`<< /Type /Filespec /F (notes.txt) /EF << /F ${file} >> >>`)
  const credentials = writer.add(
    `<< /Type /Filespec /F (manifest) /AFRelationship /C2PA_Manifest /EF << /F ${file} >> >>`,
  )
  const catalog = `/AF [${credentials}] /Names << /EmbeddedFiles << /Names [(notes.txt) ${plain}] >> >>`
  const { attachments } = await pdfFactsOf(onePage({}, { catalog }, writer))
  expect(attachments).toHaveLength(2)
  expect(attachments).toEqual(
    expect.arrayContaining([
      { name: 'notes.txt', isContentCredentials: false },
      { name: 'manifest', isContentCredentials: true },
    ]),
  )
})

it('layers have their state, and the content of a hidden one is not counted', async () => {
  const writer = new PdfWriter()
  const shown = writer.add('<< /Type /OCG /Name (Artwork) >>')
  const hidden = writer.add('<< /Type /OCG /Name (Notes) >>')
  const content = '/OC /Shown BDC 0 0 0 1 k 0 0 9 9 re f EMC /OC /Hidden BDC 1 0 0 rg 0 0 9 9 re f EMC'
  const resources = `/Properties << /Shown ${shown} /Hidden ${hidden} >>`
  const catalog = `/OCProperties << /OCGs [${shown} ${hidden}] /D << /OFF [${hidden}] >> >>`
  const facts = await pdfFactsOf(onePage({ content, resources }, { version: '1.5', catalog }, writer))
  expect(facts.layers).toEqual([
    { name: 'Artwork', isVisible: true, isPrinted: true },
    { name: 'Notes', isVisible: false, isPrinted: false },
  ])
  expect(facts.pages[0]?.colours.map(({ space }) => space)).toEqual(['cmyk'])
})

it('form fields and comments are counted', async () => {
  const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [0 0 9 9] >>'
  const note = '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /F 4 >>'
  const facts = await pdfFactsOf(
    onePage({ entries: `/Annots [${note} ${note}]` }, { catalog: `/AcroForm << /Fields [${field}] >>` }),
  )
  expect(facts.formFieldCount).toBe(1)
  expect(facts.pages[0]?.annotations).toEqual([{ subtype: 'Text', isPrinted: true, count: 2 }])
})

it('a PDF that needs a password gives no PDF facts but a plain sentence', async () => {
  const { facts, problems } = await probePdfBytes(encrypted(onePage({}), 'secret', 'owner', '256'))
  expect(facts.pdf).toBeUndefined()
  expect(facts.integrity).toEqual({
    isDecodable: false,
    errorCount: 1,
    errors: [expect.stringContaining('needs a password to open')],
  })
  expect(problems).toEqual({})
})

it('a PDF with an owner’s restrictions is read, and the restrictions are named', async () => {
  const bytes = encrypted(
    onePage({ content: '1 0 0 rg 0 0 9 9 re f' }),
    '',
    'owner',
    '128',
    '--print=none',
    '--modify=none',
    '--use-aes=y',
  )
  const facts = await pdfFactsOf(bytes)
  expect(facts.encryption?.method).toBe('AESv2, 128 bit')
  expect(facts.encryption?.restrictions).toEqual(expect.arrayContaining(['printing', 'changing']))
  expect(facts.pages[0]?.colours).toEqual([{ space: 'rgb', painted: 'vector', names: [], count: 1 }])
})

it('a PDF without encryption has none', async () => {
  expect((await pdfFactsOf(onePage({}))).encryption).toBeUndefined()
})

it('form fields are counted at every level of the tree, and an XFA form is found', async () => {
  const form = [
    '<< /T (address) /Kids [<< /T (street) /FT /Tx >> << /T (more) /Kids [<< /T (city) /FT /Tx >>] >>] >>',
    '<< /T (shown twice) /FT /Tx /Kids [<< /Subtype /Widget >> << /Subtype /Widget >>] >>',
  ]
  const fields = `/AcroForm << /Fields [${form.join(' ')}] >>`
  expect(await pdfFactsOf(onePage({}, { catalog: fields }))).toMatchObject({
    formFieldCount: 3,
    hasXfa: false,
  })
  const xfa = '/AcroForm << /Fields [] /XFA [(template) (x)] >>'
  expect(await pdfFactsOf(onePage({}, { catalog: xfa }))).toMatchObject({ formFieldCount: 0, hasXfa: true })
})
