import type { PdfFacts, PdfPage } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
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
  pass('RGB images where they pass', pages({ colours: [colour('rgb', 'image')] }), {
    settings: { acceptedIn: ['image'] },
  }),
  fail('RGB shapes where images pass', pages({ colours: [colour('rgb', 'vector')] }), {
    settings: { acceptedIn: ['image'] },
  }),
  pass('Lab', pages({ colours: [colour('lab', 'image')] })),
  fail('Lab where it does not pass', pages({ colours: [colour('lab', 'image')] }), {
    settings: { isLabAccepted: false },
    saying: 'Lab',
  }),
])
