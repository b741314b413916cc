/** Words on the asset, by OCR or from the PDF's own text. Boxes as fractions 0..1 of the page or picture. */
export interface TextFacts {
  source: 'ocr' | 'pdf'
  words: {
    text: string
    /** 0..100; 100 for text that the file itself states. */
    confidence: number
    /** From 1; 1 for pictures. */
    page: number
    x: number
    y: number
    width: number
    height: number
    /** For video: the second of the frame. */
    atSeconds?: number
  }[]
  /** Words over the cap are counted here. */
  wordsOmitted: number
}

/** Machine-readable codes found on the asset. */
export interface CodeFacts {
  codes: { format: string; text: string; page: number; x: number; y: number; width: number; height: number; atSeconds?: number }[]
}
