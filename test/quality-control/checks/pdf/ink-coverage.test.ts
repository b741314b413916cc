import type { PdfFacts } from '../../../../quality-control/facts/pdf'
import { describeCheck, rowsOf } from '../../../support/check-table'
import { pages, pdfFacts } from '../../../support/pdf-facts'

const { pass, warn, fail } = rowsOf((changes: Partial<PdfFacts>) => ({ pdf: pdfFacts(changes) }))
const intent = (condition: string) => ({ subtype: 'GTS_PDFX', condition, hasProfile: true })
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
  warn(
    'pages that were not measured',
    { inkGaps: ['Ink coverage was measured on the first 64 of 200 pages.'] },
    { saying: '64 of 200' },
  ),
  pass(
    '290 % where 300 pass',
    pages({ ink: { ...ink, maximumPercent: 290, above: ink.above.slice(0, 10) } }),
  ),
  pass('330 % where 340 pass', pages({ ink }), { settings: { maxPercent: 340 } }),
  fail(
    '270 % where the file names a newspaper',
    { ...pages({ ink: { ...ink, maximumPercent: 270 } }), outputIntents: [intent('ISOnewspaper26v4')] },
    { saying: 'more than 240 %' },
  ),
  pass(
    'the same, where the profile alone counts',
    {
      ...pages({ ink: { ...ink, maximumPercent: 290, above: ink.above.slice(0, 10) } }),
      outputIntents: [intent('WAN-IFRAnewspaper26v5')],
    },
    { settings: { followsOutputIntent: false } },
  ),
  fail('330 % where the file names FOGRA39, which allows it, and the profile does not', {
    ...pages({ ink }),
    outputIntents: [intent('FOGRA39')],
  }),
  fail('330 % on coated paper', pages({ ink }), { saying: 'more than 300 % on 50 mm², up to 330 %' }),
  pass('only on 50 mm², and those pass', pages({ ink }), { settings: { maxIgnoredSquareMm: 50 } }),
  fail('on uncoated paper', pages({ ink }), {
    settings: { maxPercent: 260, maxIgnoredSquareMm: 50 },
    saying: 'more than 260 % on 400 mm²',
  }),
])
