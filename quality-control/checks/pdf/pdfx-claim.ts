import type { PdfFacts } from '../../facts/pdf'
import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'PDF/X claim is true as far as it was checked',
  failureTitle: 'PDF claims to be PDF/X, and is not',
  why:
    'A printer relies on the claim and skips checks. What breaks it prints differently from the proof, ' +
    'or stops the job.',
  remedy:
    'Export again with the PDF/X preset. Changes after the export, such as comments or scripts, break it.',
  source:
    'ISO 15930-1 and -4 (PDF/X-1a), -3 and -6 (X-3), -7 (X-4): the rules that the facts of this check can ' +
    'refute; it confirms no conformance',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf }) => {
    const { pdfxVersion = '' } = pdf
    const level = levels.find((one) => pdfxVersion.startsWith(`PDF/${one}`))
    if (pdfxVersion === '') return notApplicable('The file does not claim to be PDF/X.')
    if (level === undefined) return notApplicable(`The rules of ${pdfxVersion} are not known here.`)
    return rules
      .filter(({ of }) => of.includes(level))
      .flatMap(({ broken }) => broken(pdf))
      .map((reason) => ({
        message: `The file claims to be ${pdfxVersion}, but ${reason}.`,
        measured: reason,
        expected: pdfxVersion,
      }))
  },
})

/** X-1 before X-1a: the first that a claim begins with counts. */
const levels = ['X-1', 'X-3', 'X-4'] as const
type Level = (typeof levels)[number]

interface Rule {
  of: readonly Level[]
  /** Why the rule is broken, each the rest of a sentence; empty when it is kept. */
  broken: (pdf: PdfFacts) => string[]
}

const when = (isBroken: boolean, reason: string) => (isBroken ? [reason] : [])

/** The first page for which it holds, in a sentence. */
function onPage(pdf: PdfFacts, holds: (page: PdfFacts['pages'][number]) => boolean, what: string): string[] {
  const page = pdf.pages.find(holds)
  return page === undefined ? [] : [`page ${page.page} ${what}`]
}

const printIntents = ({ outputIntents }: PdfFacts) =>
  outputIntents.filter(({ subtype }) => subtype === 'GTS_PDFX')

const rules: Rule[] = [
  { of: levels, broken: ({ encryption }) => when(encryption !== undefined, 'it is encrypted') },
  {
    of: levels,
    broken: (pdf) => when(printIntents(pdf).length === 0, 'it has no output intent'),
  },
  {
    of: levels,
    broken: ({ fonts }) =>
      fonts
        .filter(({ isEmbedded, pages }) => !isEmbedded && pages.length > 0)
        .slice(0, 1)
        .map(({ name }) => `the font ${name} is not embedded`),
  },
  {
    of: levels,
    broken: (pdf) =>
      onPage(
        pdf,
        ({ boxes: { trim, art } }) => trim.origin === 'default' && art.origin === 'default',
        'has neither a trim box nor an art box',
      ),
  },
  { of: levels, broken: ({ javaScriptLocations }) => when(javaScriptLocations.length > 0, 'it has scripts') },
  { of: levels, broken: ({ riskyActions }) => when(riskyActions.length > 0, 'it has actions') },
  {
    of: ['X-1', 'X-3'],
    broken: (pdf) => onPage(pdf, ({ transparency }) => transparency.length > 0, 'uses transparency'),
  },
  { of: ['X-1', 'X-3'], broken: ({ layers }) => when(layers.length > 0, 'it has layers') },
  {
    of: ['X-1', 'X-3'],
    broken: (pdf) =>
      onPage(pdf, ({ images }) => images.some(({ codec }) => codec === 'JPXDecode'), 'has a JPEG 2000 image'),
  },
  {
    of: ['X-1'],
    broken: (pdf) =>
      onPage(
        pdf,
        ({ colours }) =>
          colours.some(
            ({ space, isCalibrated }) => space === 'rgb' || space === 'lab' || isCalibrated === true,
          ),
        'uses colours other than CMYK, grey and spot colours',
      ),
  },
  {
    of: ['X-3', 'X-4'],
    broken: (pdf) =>
      onPage(
        pdf,
        ({ colours }) => colours.some(({ space, isCalibrated }) => space === 'rgb' && isCalibrated !== true),
        'uses RGB without a profile, and the output intent is not RGB',
      ).filter(() => printIntents(pdf).every(({ components }) => components !== 3)),
  },
  {
    of: ['X-4'],
    broken: (pdf) =>
      when(
        !pdf.pdfxVersion?.startsWith('PDF/X-4p') && printIntents(pdf).some(({ hasProfile }) => !hasProfile),
        'the profile of its output intent is not embedded',
      ),
  },
]
