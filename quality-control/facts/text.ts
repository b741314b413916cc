/** Words on the asset, by OCR or from the PDF's own text, in reading order. */
export interface TextFacts {
  source: 'ocr' | 'pdf'
  words: Word[]
  /** Number of words over the cap. */
  wordsOmitted: number
  /** The languages of the text, the one with most words first; empty where none was recognised. */
  languages: TextLanguage[]
}

export interface TextLanguage {
  /** ISO 639-1. */
  code: string
  name: string
  words: number
  /** False when this host has no dictionary of it: none of its words has suggestions then. */
  isJudged: boolean
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
  /**
   * Words one slip away, when no dictionary of its language contains the word, and for OCR two readings
   * agree; else absent.
   */
  suggestions?: string[]
  /** With suggestions: the word that was judged, without punctuation and joined when a line divides it. */
  judged?: string
  /** With suggestions: the language of its line. */
  language?: string
  /** With suggestions: written with a capital letter where a common word would have none. */
  isLikelyName?: boolean
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
