import type { PdfBox, PdfFacts, PdfPage } from '../../../../quality-control/facts/pdf'
import { type CheckRow, describeCheck } from '../../../support/check-table'
import { pdfFacts, pdfPage } from '../../../support/pdf-facts'

type Rest = Partial<Omit<CheckRow, 'facts' | 'is' | 'name'>>
const row =
  (is: CheckRow['is']) =>
  (name: string, changes: Partial<PdfFacts>, rest: Rest = {}): CheckRow => ({
    name,
    is,
    facts: { pdf: pdfFacts(changes) },
    ...rest,
  })
const pass = row('pass')
const warn = row('warn')
const fail = row('fail')

/** A document of pages with these changes each. */
const pages = (...changes: Partial<PdfPage>[]) => ({
  pageCount: changes.length,
  pages: changes.map((change, index) => pdfPage({ page: index + 1, ...change })),
})
const millimetres = (...values: number[]) => values.map((value) => (value * 72) / 25.4)
const box = (
  left: number,
  bottom: number,
  right: number,
  top: number,
  origin: PdfBox['origin'] = 'written',
): PdfBox => {
  const [l = 0, b = 0, r = 0, t = 0] = millimetres(left, bottom, right, top)
  return { left: l, bottom: b, right: r, top: t, origin }
}
const boxes = (changes: Partial<PdfPage['boxes']>) => ({ boxes: { ...pdfPage().boxes, ...changes } })

describeCheck('pdf/page-count', [
  pass('one page, one wanted', { pageCount: 1 }, { settings: { maxPages: 1 } }),
  pass('a brochure of 16 pages', { pageCount: 16 }, { settings: { minPages: 8, multipleOf: 4 } }),
  fail(
    'two pages, one wanted',
    { pageCount: 2 },
    { settings: { maxPages: 1 }, saying: 'has 2 pages; wanted: at least 1, at most 1' },
  ),
  fail(
    '14 pages in a stitched brochure',
    { pageCount: 14 },
    { settings: { multipleOf: 4 }, saying: 'a multiple of 4' },
  ),
  fail('too few', { pageCount: 3 }, { settings: { minPages: 4 } }),
])

describeCheck('pdf/page-size', [
  pass('A4', {}, { settings: { formats: ['A4'] } }),
  pass('0.4 mm off', pages(boxes({ trim: box(0, 0, 210.4, 296.6) })), { settings: { formats: ['A4'] } }),
  fail('0.7 mm off', pages(boxes({ trim: box(0, 0, 210.7, 297) })), {
    settings: { formats: ['A4'] },
    saying: '210.7 × 297.0 mm',
  }),
  pass('a size in millimetres', pages(boxes({ trim: box(5, 5, 105, 55) })), {
    settings: { formats: ['A4', '100x50'] },
  }),
  fail('A4 on its side', pages(boxes({ trim: box(0, 0, 297, 210) })), { settings: { formats: ['A4'] } }),
  pass('A4 on its side where that is accepted', pages(boxes({ trim: box(0, 0, 297, 210) })), {
    settings: { formats: ['A4'], isTurnedAccepted: true },
  }),
  pass('A4 that is shown turned', pages({ rotationDegrees: 90, ...boxes({ trim: box(0, 0, 297, 210) }) }), {
    settings: { formats: ['A4'] },
  }),
  row('not_applicable')('no size in the profile', {}, { saying: 'names no page size' }),
])

describeCheck('pdf/mixed-page-sizes', [
  pass('two of A4', pages({}, {})),
  warn('a cover half as wide', pages({}, boxes({ trim: box(0, 0, 105, 297) })), {
    saying: 'Page 2: 105.0 × 297.0 mm, but page 1: 210.0 × 297.0 mm.',
  }),
])

describeCheck('pdf/bleed', [
  pass('3 mm', {}),
  fail('2 mm on one side', pages(boxes({ bleed: box(1, 0, 216, 303) })), {
    saying: '2.0 mm of bleed on the shortest side',
  }),
  pass('2 mm where 2 are wanted', pages(boxes({ bleed: box(1, 1, 215, 302) })), {
    settings: { minBleedMm: 2 },
  }),
  fail(
    'the same fault on many pages is one finding',
    pages(...Array.from({ length: 9 }, () => boxes({ trim: box(0, 0, 216, 303, 'default') }))),
    {
      saying: /^Pages 1–9: [^\n]*\n$/,
    },
  ),
  fail('no trim box', pages(boxes({ trim: box(0, 0, 216, 303, 'default') })), {
    saying: 'no trim box is stated',
  }),
  fail(
    'a trim box and nothing around it',
    pages(boxes({ trim: box(3, 3, 213, 300), bleed: box(3, 3, 213, 300, 'default') })),
    {
      saying: '0.0 mm',
    },
  ),
])

describeCheck('pdf/box-nesting', [
  pass('trim in bleed in media', {}),
  pass(
    'boxes left out',
    pages(boxes({ trim: box(0, 0, 500, 500, 'default'), bleed: box(0, 0, 400, 400, 'default') })),
  ),
  fail('trim beyond bleed', pages(boxes({ trim: box(3, 3, 220, 300) })), {
    saying: 'the trim box reaches beyond the bleed box by 4.0 mm',
  }),
  fail('bleed beyond the sheet', pages(boxes({ bleed: box(-2, 0, 216, 303) })), {
    saying: 'bleed box reaches beyond the media box by 2.0 mm',
  }),
  fail('crop cuts into trim', pages(boxes({ crop: box(10, 10, 200, 290) })), {
    saying: 'the trim box reaches beyond the crop box',
  }),
])

describeCheck('pdf/encryption', [
  pass('none', {}),
  fail(
    'printing forbidden',
    { encryption: { method: 'AESv2, 128 bit', restrictions: ['printing'] } },
    { saying: 'forbids: printing' },
  ),
  fail('nothing forbidden', { encryption: { method: 'AESv3, 256 bit', restrictions: [] } }),
])

describeCheck('pdf/javascript', [
  pass('none', {}),
  fail(
    'one at opening',
    { javaScriptPlaces: ['when the document opens'] },
    { saying: 'A script is there when the document opens.' },
  ),
])

describeCheck('pdf/actions', [
  pass('none', {}),
  fail('a program', { riskyActions: ['Launch'] }, { saying: 'starts a program' }),
])

describeCheck('pdf/attachments', [
  pass('none', {}),
  pass('Content Credentials', { attachments: [{ name: 'manifest', isContentCredentials: true }] }),
  fail(
    'a text',
    { attachments: [{ name: 'notes.txt', isContentCredentials: false }] },
    { saying: 'notes.txt' },
  ),
])

const font = { name: 'Arial', type: 'TrueType', isEmbedded: false, isSubset: false, pages: [2, 3] }
describeCheck('pdf/missing-fonts', [
  pass('embedded', { fonts: [{ ...font, isEmbedded: true }] }),
  pass('never shown', { fonts: [{ ...font, pages: [] }] }),
  fail('never shown as far as was read', {
    fonts: [{ ...font, pages: [] }],
    contentGaps: ['Parts are missing.'],
  }),
  fail(
    'missing',
    { fonts: [font] },
    { saying: 'The font Arial is used on 2 pages, first on page 2, and is not embedded.' },
  ),
  pass('accepted by name', { fonts: [font] }, { settings: { acceptedNames: ['Arial'] } }),
])

describeCheck('pdf/type3-fonts', [
  pass('TrueType', { fonts: [{ ...font, isEmbedded: true }] }),
  warn('Type 3', { fonts: [{ ...font, type: 'Type3', isEmbedded: true }] }, { saying: 'of Type 3' }),
])

const image = {
  widthPixels: 1000,
  heightPixels: 1000,
  ppi: 300,
  space: 'cmyk',
  bitsPerComponent: 8,
  box: { x: 0, y: 0, width: 1, height: 1 },
  isInline: false,
} as const
describeCheck('pdf/image-resolution', [
  pass('300 ppi', pages({ images: [image] })),
  pass('225 ppi', pages({ images: [{ ...image, ppi: 224.6 }] })),
  warn('200 ppi', pages({ images: [{ ...image, ppi: 200 }] }), { saying: 'has 200 pixels per inch' }),
  fail('149 ppi', pages({ images: [image, { ...image, ppi: 149 }] })),
  pass(
    '72 ppi in a dot of 3 mm',
    pages({ images: [{ ...image, widthPixels: 8, heightPixels: 500, ppi: 72 }] }),
  ),
  warn(
    'a stencil of 250 ppi',
    pages({ images: [{ ...image, space: 'mask', bitsPerComponent: 1, ppi: 250 }] }),
    { saying: 'wanted: 300' },
  ),
  pass('100 ppi on a screen', pages({ images: [{ ...image, ppi: 100 }] }), {
    settings: { failBelowPpi: 72, warnBelowPpi: 100 },
  }),
])

const colour = (
  space: PdfPage['colours'][number]['space'],
  painted: PdfPage['colours'][number]['painted'],
  names: string[] = [],
) => ({
  space,
  painted,
  names,
  count: 3,
})
describeCheck('pdf/rgb-colour', [
  pass('CMYK and grey', pages({ colours: [colour('cmyk', 'image'), colour('gray', 'text')] })),
  fail('RGB text', pages({ colours: [colour('rgb', 'text')] }), { saying: 'Page 1: text in RGB.' }),
  pass('RGB pictures where they pass', pages({ colours: [colour('rgb', 'image')] }), {
    settings: { acceptedIn: ['image'] },
  }),
  fail('RGB shapes where pictures pass', pages({ colours: [colour('rgb', 'vector')] }), {
    settings: { acceptedIn: ['image'] },
  }),
  pass('Lab', pages({ colours: [colour('lab', 'image')] })),
  fail('Lab where it does not pass', pages({ colours: [colour('lab', 'image')] }), {
    settings: { isLabAccepted: false },
    saying: 'Lab',
  }),
])

const spots = (...names: string[]) => pages({ colours: [colour('spot', 'vector', names)] })
describeCheck('pdf/spot-colours', [
  pass('none', {}),
  fail('one, none agreed', spots('PANTONE 186 C'), { saying: 'PANTONE 186 C is used, first on page 1' }),
  pass('an agreed one', spots('Dieline'), { settings: { acceptedNames: ['Dieline'] } }),
  pass('one of two', spots('Gold', 'Dieline'), {
    settings: { acceptedNames: ['Dieline'], maxSpotColours: 1 },
  }),
  fail('two, one agreed', spots('Gold', 'Silver'), { settings: { maxSpotColours: 1 } }),
  fail('a forbidden one', spots('White'), { settings: { forbiddenNames: ['White'], maxSpotColours: 5 } }),
])

describeCheck('pdf/similar-spot-names', [
  pass('two inks', spots('PANTONE 186 C', 'PANTONE 185 C')),
  warn('one ink for two papers', spots('PANTONE 186 C', 'Pantone 186 U'), {
    saying: 'PANTONE 186 C, Pantone 186 U',
  }),
])

describeCheck('pdf/transparency', [
  pass('none', {}),
  pass(
    'a group with nothing see-through',
    pages({ transparency: [{ kind: 'group', detail: 'page', count: 1 }] }),
  ),
  fail(
    'the same where groups do not pass',
    pages({ transparency: [{ kind: 'group', detail: 'page', count: 1 }] }),
    {
      settings: { isGroupAccepted: false },
    },
  ),
  fail('half transparent', pages({ transparency: [{ kind: 'alpha', detail: '50 %', count: 1 }] }), {
    saying: 'Page 1: see-through objects.',
  }),
])

describeCheck('pdf/overprint', [
  pass('black', pages({ overprint: [{ colour: 'black', painted: 'text', count: 9 }] })),
  fail('white text', pages({ overprint: [{ colour: 'white', painted: 'text', count: 2 }] }), {
    saying: 'Page 1: white text set to overprint.',
  }),
  pass('colour, where it is meant', pages({ overprint: [{ colour: 'other', painted: 'vector', count: 1 }] })),
  warn('colour, where it is not', pages({ overprint: [{ colour: 'other', painted: 'vector', count: 1 }] }), {
    settings: { isColourAccepted: false },
  }),
])

describeCheck('pdf/hairlines', [
  pass('a quarter point', pages({ thinLines: [{ widthPoints: 0.25, count: 3 }] })),
  fail(
    '0.1 pt',
    pages({
      thinLines: [
        { widthPoints: 0.1, count: 2 },
        { widthPoints: 0.24, count: 1 },
        { widthPoints: 0.5, count: 9 },
      ],
    }),
    { saying: '3 lines thinner than 0.25 pt; the thinnest has 0.1 pt' },
  ),
  fail('width 0', pages({ thinLines: [{ widthPoints: 0, count: 1 }] })),
])

const richBlack = (sizePoints: number) =>
  pages({ richBlackText: [{ sizePoints, cmykPercent: [60, 40, 40, 100], count: 1 }] })
describeCheck('pdf/rich-black-text', [
  pass('none', {}),
  pass('a headline of 48 pt', richBlack(48)),
  fail('8 pt', richBlack(8), {
    saying: 'Text of 8 pt on page 1 is printed in C / M / Y / K 60 / 40 / 40 / 100',
  }),
  pass('8 pt where only smaller text counts', richBlack(8), { settings: { maxTextPoints: 7 } }),
])

/** 50 mm² above 300 %, 400 mm² above 260 %. */
const ink = {
  maximumPercent: 330,
  above: [900, 900, 800, 700, 600, 500, 400, 300, 200, 100, 50, 20, 5].map((squareMm, step) => ({
    percent: 200 + 10 * step,
    squareMm,
  })),
  inkedShare: 1,
}
describeCheck('pdf/ink-coverage', [
  pass('not rendered', {}),
  pass(
    '290 % where 300 pass',
    pages({ ink: { ...ink, maximumPercent: 290, above: ink.above.slice(0, 10) } }),
  ),
  pass('330 % where 340 pass', pages({ ink }), { settings: { maxPercent: 340 } }),
  fail('330 % on coated paper', pages({ ink }), { saying: 'up to 330 % ink, and more than 300 % on 50 mm²' }),
  pass('only on 50 mm², and those pass', pages({ ink }), { settings: { maxIgnoredSquareMm: 50 } }),
  fail('on uncoated paper', pages({ ink }), {
    settings: { maxPercent: 260, maxIgnoredSquareMm: 50 },
    saying: 'more than 260 % on 400 mm²',
  }),
])

const intent = { subtype: 'GTS_PDFX', condition: 'FOGRA39', hasProfile: true, components: 4 }
describeCheck('pdf/output-intent', [
  pass('FOGRA39', { outputIntents: [intent] }),
  fail('none', { outputIntents: [] }, { saying: 'no output intent' }),
  fail('one for archives only', { outputIntents: [{ ...intent, subtype: 'GTS_PDFA1' }] }),
  fail(
    'another condition',
    { outputIntents: [intent] },
    { settings: { acceptedConditions: 'fogra5[12]' }, saying: 'FOGRA39, which was not asked for' },
  ),
  fail('an RGB profile', { outputIntents: [{ ...intent, components: 3 }] }, { saying: 'not for four inks' }),
  fail(
    'no profile where one is wanted',
    { outputIntents: [{ ...intent, hasProfile: false }] },
    { settings: { mustHaveProfile: true } },
  ),
])

describeCheck('pdf/pdfx-version', [
  pass('X-1a of 2001', { pdfxVersion: 'PDF/X-1a:2001' }),
  fail('none', {}, { saying: 'does not say that it is PDF/X' }),
  fail('another one', { pdfxVersion: 'PDF/X-5g' }, { saying: 'says that it is PDF/X-5g' }),
])

const layer = { name: 'Notes', isVisible: true, isPrinted: true }
describeCheck('pdf/layers', [
  pass('shown and printed', { layers: [layer] }),
  warn(
    'hidden',
    { layers: [{ ...layer, isVisible: false, isPrinted: false }] },
    { saying: 'The layer Notes is hidden.' },
  ),
  warn(
    'hidden, but printed',
    { layers: [{ ...layer, isVisible: false }] },
    { saying: 'hidden, but printed' },
  ),
  warn('any, where none may be', { layers: [layer] }, { settings: { isVisibleAccepted: false } }),
])

describeCheck('pdf/form-fields', [
  pass('none', {}),
  fail('two', { formFieldCount: 2 }, { saying: '2 form fields' }),
])

describeCheck('pdf/annotations', [
  pass('links', pages({ annotations: [{ subtype: 'Link', isPrinted: true, count: 4 }] })),
  warn('a note', pages({ annotations: [{ subtype: 'Text', isPrinted: false, count: 1 }] })),
  fail('a stamp that prints', pages({ annotations: [{ subtype: 'Stamp', isPrinted: true, count: 1 }] }), {
    saying: 'that would be printed',
  }),
])

describeCheck('pdf/blank-pages', [
  pass('none', {}),
  warn('one of two', pages({}, { isBlank: true }), { saying: 'Page 2: blank.' }),
  fail('all', pages({ isBlank: true }, { isBlank: true })),
  pass('one that is meant', pages({}, { isBlank: true }), { settings: { maxPages: 1 } }),
])

describeCheck('pdf/unread-content', [
  pass('all read', {}),
  fail('a gap', { contentGaps: ['Parts of page 1 are missing in the file.'] }, { saying: 'Parts of page 1' }),
  warn(
    'more pages than are read',
    { pageCount: 500, pagesAnalysed: 200 },
    { saying: 'Of 500 pages the first 200 were examined.' },
  ),
])
