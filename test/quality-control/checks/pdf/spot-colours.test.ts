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
