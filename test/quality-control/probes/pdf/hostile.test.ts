import { deflateSync } from 'node:zlib'

import { goodPrintAd } from '../../../../sandbox/samples/write-pdf'
import { PdfWriter } from '../../../../sandbox/samples/pdf-writer'
import { onePage, pdfFactsOf, probePdfBytes } from '../../../support/probe-pdf'

const limits = { searchPath: process.env.PATH ?? '', timeoutMs: 4000, memoryBytes: 1 << 30, maxPixels: 100e6 }
const good = goodPrintAd()

it('a truncated file is read as far as possible, and the damage is reported', async () => {
  const { facts } = await probePdfBytes(good.subarray(0, Math.round(good.length * 0.6)))
  expect(facts.integrity?.errorCount).toBeGreaterThan(0)
  expect(facts.integrity?.errors.join(' ')).not.toContain('/tmp/')
})

it.each([0, 1, 20, 300])('only the first %i bytes of a PDF are no PDF', async (length) => {
  const { facts, problems } = await probePdfBytes(good.subarray(0, length))
  expect(facts.integrity?.isDecodable).toBe(false)
  expect(facts.pdf).toBeUndefined()
  expect(problems).toEqual({})
})

it('noise behind a PDF header is no PDF', async () => {
  const noise = Buffer.from(
    Array.from({ length: 20_000 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff),
  )
  const { facts } = await probePdfBytes(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]))
  expect(facts.integrity?.isDecodable).toBe(false)
})

describe('a wrong cross-reference table is rebuilt', () => {
  const whole = onePage({ content: '1 0 0 rg 0 0 9 9 re f' }).toString('latin1')
  const wrong = whole.replace(/^\d{10} 00000 n/gm, '0000000007 00000 n')
  const probe = (text: string) => probePdfBytes(Buffer.from(text, 'latin1'))

  test.each([
    ['wrong offsets', wrong],
    ['a wrong startxref', whole.replace(/startxref\s+\d+/, 'startxref\n7')],
    ['bytes put in before the objects', whole.replace(/(?=\b1 0 obj)/, '\n\n\n')],
  ])('%s: a note, because nothing is missing', async (_, text) => {
    const { facts } = await probe(text)
    expect(facts.pdf?.pages[0]?.colours).toHaveLength(1)
    expect(facts.integrity).toEqual({ isDecodable: true, errorCount: 0, errors: [], hasRebuiltXref: true })
  })

  test.each([
    ['the end is missing', wrong.slice(0, wrong.lastIndexOf('startxref'))],
    ['an object is missing', wrong.replace(/\d+ 0 obj(?:(?!endobj)[^])*?stream[^]*?endobj/, '')],
  ])('%s: damaged', async (_, text) => {
    const { facts } = await probe(text)
    expect(facts.integrity?.errors.join(' ')).toMatch(/reconstruct|damaged/i)
  })
})

it('content with broken compression is reported as missing', async () => {
  const writer = new PdfWriter()
  const broken = deflateSync(Buffer.from('1 0 0 rg 0 0 9 9 re f '.repeat(500)))
  broken.fill(0xaa, 10, 40)
  const content = writer.stream('/Filter /FlateDecode', broken, { isCompressed: false })
  const { facts } = await probePdfBytes(onePage({ entries: `/Contents ${content}` }, {}, writer))
  expect(facts.pdf?.contentGaps).toContain('Parts of page 1 are missing in the file.')
  expect(facts.integrity?.errorCount).toBeGreaterThan(0)
})

it('content that decompresses to half a gigabyte ends as a gap, quickly and in little memory', async () => {
  const writer = new PdfWriter()
  const block = deflateSync(Buffer.alloc(100 << 20, ' '), { level: 9 })
  const twice = deflateSync(block, { level: 9 })
  const bombs = Array.from({ length: 5 }, () =>
    writer.stream('/Filter [/FlateDecode /FlateDecode]', twice, { isCompressed: false }),
  )
  const before = process.memoryUsage().rss
  const facts = await pdfFactsOf(onePage({ entries: `/Contents [${bombs.join(' ')}]` }, {}, writer), {
    limits,
  })
  expect(facts.contentGaps.join(' ')).toMatch(/decompress/)
  expect(process.memoryUsage().rss - before).toBeLessThan(700e6)
})

it('2,000 pages are counted, the first 200 read', async () => {
  const writer = new PdfWriter()
  for (let page = 1; page <= 2000; page++)
    writer.page({ media: [0, 0, 99, 99], content: '0 0 0 1 k 0 0 9 9 re f' })
  const facts = await pdfFactsOf(writer.toBuffer())
  expect(facts).toMatchObject({ pageCount: 2000, pagesRead: 200, pagesRendered: 64 })
  expect(facts.pages).toHaveLength(200)
  expect(facts.inkGaps).toEqual(['Ink coverage was measured on the first 64 of 200 pages.'])
})

it('a media box of kilometres is rendered within the limits', async () => {
  const { facts, previews } = await probePdfBytes(
    onePage({ media: [0, 0, 14_400_000, 14_400_000], content: '1 0 0 0 k 0 0 14400000 14400000 re f' }),
  )
  expect(facts.pdf?.pages[0]?.boxes.media.right).toBe(14_400_000)
  expect(previews[0]?.widthPixels).toBeLessThanOrEqual(1401)
})

it.each([
  ['a media box without area', '/MediaBox [0 0 0 0]'],
  ['a media box of words', '/MediaBox [/a /b /c /d]'],
  ['no media box', ''],
  ['numbers beyond all measure', '/MediaBox [0 0 1e400 99999999999999999999999999]'],
])('%s is survived', async (_, entries) => {
  const writer = new PdfWriter()
  const bytes = Buffer.from(
    onePage({ content: '0 0 9 9 re f' }, {}, writer)
      .toString('latin1')
      .replace('/MediaBox [0 0 595 842]', entries),
    'latin1',
  )
  const { problems } = await probePdfBytes(bytes)
  expect(problems).toEqual({})
})

it('form XObjects that draw themselves or each other terminate', async () => {
  const writer = new PdfWriter()
  // References are known beforehand: the page tree's root is 1, so these are 2, 3 and 4.
  const self = writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 2 0 R >> >>',
    '1 0 0 rg 0 0 9 9 re f /Fm Do',
  )
  writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 4 0 R >> >>',
    '/Fm Do',
  )
  writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 3 0 R >> >>',
    '/Fm Do',
  )
  expect(self).toBe('2 0 R')
  const facts = await pdfFactsOf(
    onePage({ content: '/A Do /B Do', resources: '/XObject << /A 2 0 R /B 3 0 R >>' }, {}, writer),
  )
  expect(facts.pages[0]?.colours).toEqual([{ space: 'rgb', painted: 'vector', names: [], count: 1 }])
})

it('nested forms that multiply to billions of operators stop at the budget, which is reported', async () => {
  const writer = new PdfWriter()
  let form = writer.stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >>',
    'q Q '.repeat(100),
  )
  for (let level = 0; level < 6; level++) {
    form = writer.stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm ${form} >> >>`,
      '/Fm Do '.repeat(40),
    )
  }
  const facts = await pdfFactsOf(
    onePage({ content: '/Fm Do', resources: `/XObject << /Fm ${form} >>` }, {}, writer),
    {
      // The renderer never ends by itself.
      limits: { ...limits, timeoutMs: 2000 },
    },
  )
  expect(facts.contentGaps.join(' ')).toMatch(/more than \d+ million/)
}, 240_000)

it('a circular page tree and one of ten thousand levels terminate', async () => {
  const ring = onePage({}, { pages: '/Kids [1 0 R 1 0 R]' })
  expect((await probePdfBytes(ring)).facts.integrity?.isDecodable).toBe(false)
  const writer = new PdfWriter()
  let node = writer.add('<< /Type /Page /MediaBox [0 0 99 99] >>')
  for (let level = 0; level < 10_000; level++)
    node = writer.add(`<< /Type /Pages /Count 1 /Kids [${node}] >>`)
  const { problems } = await probePdfBytes(writer.toBuffer({ pages: `/Count 1 /Kids [${node}]` }))
  expect(problems).toEqual({})
})

it('q without end, Q without q, operands without operators and unclosed text do no harm', async () => {
  const content = [
    'q '.repeat(20_000),
    'Q '.repeat(1000),
    '1 '.repeat(10_000),
    `[${'['.repeat(500)}`,
    '1 0 0 rg 0 0 9 9 re f',
    '(never closed',
  ].join('\n')
  const { facts } = await probePdfBytes(onePage({ content }))
  expect(facts.pdf?.pageCount).toBe(1)
  expect(facts.integrity?.isDecodable).toBe(true)
})

it('numbers of four hundred digits leave no facts that are not finite', async () => {
  const huge = '9'.repeat(400)
  const content =
    `q ${huge} 0 0 ${huge} ${huge} 0 cm BI /W 9 /H 9 /CS /G ` +
    `/BPC 8 ID x EI 0 0 m 9 9 l S ${huge} w 0 0 m 9 9 l S Q`
  const { facts, problems } = await probePdfBytes(onePage({ content }))
  expect(JSON.stringify(facts.pdf)).not.toContain('null')
  expect(problems).toEqual({})
})

it('metadata with only opening tags takes no time', async () => {
  const writer = new PdfWriter()
  const metadata = writer.stream(
    '/Type /Metadata /Subtype /XML',
    '<dc:title<dc:title <rdf:li'.repeat(200_000),
  )
  const started = Date.now()
  expect((await pdfFactsOf(onePage({}, { catalog: `/Metadata ${metadata}` }, writer))).title).toBeUndefined()
  expect(Date.now() - started).toBeLessThan(10_000)
})

it('cancelling ends the tools and throws the reason', async () => {
  const cancel = new AbortController()
  const probing = probePdfBytes(good, {
    signal: cancel.signal,
    onProgress: () => cancel.abort(new Error('cancelled by a person')),
  })
  await expect(probing).rejects.toThrow('cancelled by a person')
})
