import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))

describeCheck('pdf/overprint', [
  pass('black', pages({ overprint: [{ colour: 'black', painted: 'text', count: 9 }] })),
  fail('white text', pages({ overprint: [{ colour: 'white', painted: 'text', count: 2 }] }), {
    saying: 'Page 1: white text set to overprint.',
  }),
  pass('colour, where it is meant', pages({ overprint: [{ colour: 'other', painted: 'vector', count: 1 }] })),
  warn('colour, where it is not', pages({ overprint: [{ colour: 'other', painted: 'vector', count: 1 }] }), {
    settings: { isColourAccepted: false },
  }),
  warn('grey in DeviceGray', pages({ overprint: [{ colour: 'gray', painted: 'text', count: 1 }] }), {
    saying: 'Page 1: DeviceGray text set to overprint.',
  }),
  pass(
    'grey, where the press is known to overprint it',
    pages({ overprint: [{ colour: 'gray', painted: 'text', count: 1 }] }),
    { settings: { isGrayAccepted: true } },
  ),
])
