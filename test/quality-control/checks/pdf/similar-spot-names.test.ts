import type { PdfFacts, PdfPage } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
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

describeCheck('pdf/similar-spot-names', [
  pass('two inks', spots('PANTONE 186 C', 'PANTONE 185 C')),
  warn('one ink for two papers', spots('PANTONE 186 C', 'Pantone 186 U'), {
    saying: 'PANTONE 186 C, Pantone 186 U',
  }),
])
