import type { PdfBox, PdfFacts, PdfPage } from '../../../facts/pdf'

/** Label and value for the report, in its order. */
export function technicalFacts(pdf: PdfFacts): { label: string; value: string }[] {
  const [first] = pdf.pages
  // Without a trim box, viewers and printers take the crop box for the page.
  const hasTrim = first !== undefined && first.boxes.trim.origin !== 'default'
  const facts = [
    ['Pages', String(pdf.pageCount)],
    ['PDF version', [`PDF ${pdf.pdfVersion}`, pdf.pdfxVersion].filter(Boolean).join(', ')],
    ['Title', pdf.title],
    ['Made with', [pdf.creator, pdf.producer].filter(Boolean).join(', ')],
    ['Page size', first && millimetres(first, hasTrim ? first.boxes.media : first.boxes.trim)],
    ['Trim size', first && hasTrim ? millimetres(first, first.boxes.trim) : undefined],
    [
      'Fonts',
      pdf.fonts
        .map(({ name, isEmbedded }) => (isEmbedded ? name : `${name} (not embedded)`))
        .slice(0, 12)
        .join(', '),
    ],
    ['Spot colours', spotNames(pdf).join(', ')],
    ['Output intent', pdf.outputIntents.map(({ condition }) => condition).join(', ')],
    ['Highest ink coverage', highestInk(pdf)],
    [
      'Layers',
      pdf.layers
        .map(({ name }) => name)
        .slice(0, 12)
        .join(', '),
    ],
  ]
  return facts.flatMap(([label, value]) => (label && value ? [{ label, value: value.slice(0, 300) }] : []))
}

/** As the page is shown. */
function millimetres({ rotationDegrees }: PdfPage, { left, right, bottom, top }: PdfBox): string {
  const sides = [right - left, top - bottom].map((points) => (points * 25.4) / 72)
  const [width, height] = rotationDegrees % 180 === 0 ? sides : sides.reverse()
  return `${(width ?? 0).toFixed(1)} × ${(height ?? 0).toFixed(1)} mm`
}

function spotNames(pdf: PdfFacts): string[] {
  return [...new Set(pdf.pages.flatMap(({ colours }) => colours.flatMap(({ names }) => names)))]
    .sort()
    .slice(0, 20)
}

function highestInk(pdf: PdfFacts): string | undefined {
  const percents = pdf.pages.flatMap(({ ink }) => (ink === undefined ? [] : [ink.maximumPercent]))
  return percents.length === 0 ? undefined : `${Math.max(...percents)} %`
}
