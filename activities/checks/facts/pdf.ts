/** Facts of the pdf probe. */
export interface PdfFacts {
  placeholder?: never
}
