import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
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
  warn('200 ppi', pages({ images: [{ ...image, ppi: 200 }] }), { saying: 'has 200 ppi' }),
  fail('149 ppi', pages({ images: [image, { ...image, ppi: 149 }] })),
  pass(
    '144 ppi in a dot of 3.5 mm',
    pages({ images: [{ ...image, widthPixels: 20, heightPixels: 500, ppi: 144 }] }),
  ),
  fail(
    'a stencil of 250 ppi',
    pages({ images: [{ ...image, space: 'mask', bitsPerComponent: 1, ppi: 250 }] }),
    { saying: 'line art of 1000 × 1000 pixels has 250 ppi; expected 800' },
  ),
  warn('1 bit at 600 ppi', pages({ images: [{ ...image, space: 'gray', bitsPerComponent: 1, ppi: 600 }] })),
  pass('1 bit at 1,200 ppi', pages({ images: [{ ...image, bitsPerComponent: 1, ppi: 1200 }] })),
  pass('a fill of one pixel', pages({ images: [{ ...image, widthPixels: 1, heightPixels: 1, ppi: 0.1 }] })),
  fail(
    '17 pixels over the page',
    pages({ images: [{ ...image, widthPixels: 17, heightPixels: 17, ppi: 2 }] }),
  ),
  pass('100 ppi on a screen', pages({ images: [{ ...image, ppi: 100 }] }), {
    settings: { failBelowPpi: 72, warnBelowPpi: 100 },
  }),
])
