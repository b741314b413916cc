import type { PdfColourUse, PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { box, boxes, pages, pdfFacts } from '../../../support/pdf-facts'

const intent = { subtype: 'GTS_PDFX', condition: 'FOGRA39', hasProfile: true, components: 4 }
const claims = (pdfxVersion: string) => (changes: Partial<PdfFacts>) => ({
  pdf: pdfFacts({ pdfxVersion, outputIntents: [intent], ...changes }),
})
const x1a = rowsOf(claims('PDF/X-1a:2001'))
const x3 = rowsOf(claims('PDF/X-3:2002'))
const x4 = rowsOf(claims('PDF/X-4'))
const rgb: PdfColourUse = { space: 'rgb', painted: 'image', names: [], count: 1 }
const alpha = { kind: 'alpha', detail: '50 %', count: 1 } as const
const font = { name: 'Arial', type: 'TrueType', isEmbedded: false, isSubset: false, pages: [1] }

describeCheck('pdf/pdfx-claim', [
  x1a.pass('X-1a in CMYK', {}),
  x1a.fail('X-1a with RGB', pages({ colours: [rgb] }), {
    saying: 'The file claims to be PDF/X-1a:2001, but page 1 uses colours other than CMYK, grey and spot',
  }),
  x1a.fail('X-1a with RGB and a profile', pages({ colours: [{ ...rgb, isCalibrated: true }] })),
  x1a.fail('X-1a with transparency', pages({}, { transparency: [alpha] }), {
    saying: 'page 2 uses transparency',
  }),
  x1a.fail('X-1a with layers', { layers: [{ name: 'English', isVisible: true, isPrinted: true }] }),
  x1a.fail('X-1a without an output intent', { outputIntents: [] }, { saying: 'no output intent' }),
  x1a.fail('X-1a without a font', { fonts: [font] }, { saying: 'the font Arial is not embedded' }),
  x1a.fail('X-1a without a trim box', pages(boxes({ trim: box(0, 0, 1, 1, 'default') }))),
  x3.pass('X-3 with RGB and a profile', pages({ colours: [{ ...rgb, isCalibrated: true }] })),
  x3.fail('X-3 with RGB of the device', pages({ colours: [rgb] }), { saying: 'RGB without a profile' }),
  x3.pass('X-3 with RGB of the device for an RGB condition', {
    ...pages({ colours: [rgb] }),
    outputIntents: [{ ...intent, components: 3 }],
  }),
  x3.fail('X-3 with a script', { javaScriptLocations: ['page 1'] }),
  x4.pass('X-4 with transparency and layers', {
    ...pages({ transparency: [alpha] }),
    layers: [{ name: 'English', isVisible: true, isPrinted: true }],
  }),
  x4.fail('X-4 without its profile', { outputIntents: [{ ...intent, hasProfile: false }] }),
  x4.fail('X-4 encrypted', { encryption: { method: 'AES', restrictions: [] } }),
  rowsOf(claims('PDF/X-4p')).pass('X-4p without its profile', {
    outputIntents: [{ ...intent, hasProfile: false }],
  }),
  x4.notApplicable('no claim', { pdfxVersion: undefined }),
  rowsOf(claims('PDF/X-6')).notApplicable('a claim that is not known', {}),
])
