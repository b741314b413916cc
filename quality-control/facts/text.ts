/** Words on the asset, by OCR or from the PDF's own text, in reading order. */
export interface TextFacts {
  source: 'ocr' | 'pdf'
  words: Word[]
  /** Words over the cap are counted here. */
  wordsOmitted: number
  /**
   * False when so many words are in no English dictionary that the text is in another language: none is
   * marked then.
   */
  isEnglish?: boolean
}

/** Its box as fractions 0..1 of the page or picture. */
export interface Word {
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
  /** Words that stand on one line have one number; absent when the source has no lines. */
  line?: number
  /** Present, maybe empty, when the English dictionary does not know the word: what it may have meant. */
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
