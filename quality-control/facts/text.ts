/** Words on the asset, by OCR or from the PDF's own text, in reading order. */
export interface TextFacts {
  source: 'ocr' | 'pdf'
  words: Word[]
  /** Number of words over the cap. */
  wordsOmitted: number
  /**
   * False when so few words are English that the text is in another language; no word has suggestions then.
   */
  isEnglish?: boolean
}

/** The box is in fractions 0..1 of the page or image. */
export interface Word {
  text: string
  /** 0..100; 100 for text that the file itself states. */
  confidence: number
  /** From 1; 1 for images. */
  page: number
  x: number
  y: number
  width: number
  height: number
  /** For video: the second of the frame. */
  atSeconds?: number
  /** Words on the same line share a number; absent when the source has no lines. */
  line?: number
  /** Suggestions, maybe none, when the English dictionary does not contain the word; absent when it does. */
  suggestions?: string[]
}

/** Machine-readable codes found on the asset. */
export interface CodeFacts {
  codes: {
    format: string
    text: string
    page: number
    x: number
    y: number
    width: number
    height: number
    atSeconds?: number
  }[]
}
