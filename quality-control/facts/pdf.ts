/**
 * Facts of the pdf probe. Lengths are points (1/72 inch) with the page's UserUnit applied; pages count from
 * 1.
 */
export interface PdfFacts {
  /** Of the header or the catalog, whichever is newer: `1.7`. */
  pdfVersion: string
  pageCount: number
  /**
   * How many pages, from the first, were read for boxes and content; fewer than `pageCount` in very long
   * documents.
   */
  pagesRead: number
  /** How many pages, from the first, were rendered for ink coverage. */
  pagesRendered: number
  /** Why parts of the content could not be read, one sentence each; empty when all was read. */
  contentGaps: string[]
  /** Why ink was not measured on all pages, one sentence each. */
  inkGaps: string[]
  title?: string
  creator?: string
  producer?: string
  /** Only encryption that needs no password to open: the owner's restrictions. */
  encryption?: { method: string; restrictions: string[] }
  /** As the file states it: `PDF/X-1a:2001`, `PDF/X-4`. */
  pdfxVersion?: string
  outputIntents: PdfOutputIntent[]
  /** Where the scripts are: `when the document opens`, `page 2`, `a form field`. */
  javaScriptLocations: string[]
  /** Actions that start programs, send data or play media, by their PDF names: `Launch`, `SubmitForm`. */
  riskyActions: string[]
  attachments: { name: string; isContentCredentials: boolean }[]
  layers: { name: string; isVisible: boolean; isPrinted: boolean }[]
  /** Fields that hold a value, at any level of the field tree. */
  formFieldCount: number
  /** An XFA form, whose pages only some programs show. */
  hasXfa: boolean
  fonts: PdfFont[]
  /** One for each analysed page. */
  pages: PdfPage[]
}

export interface PdfOutputIntent {
  /** `GTS_PDFX`, `GTS_PDFA1` … */
  subtype: string
  /** OutputConditionIdentifier, else OutputCondition or Info; empty when none is stated. */
  condition: string
  hasProfile: boolean
  /** Colour components of the embedded profile: 4 for CMYK. */
  components?: number
}

export interface PdfFont {
  name: string
  /** PDF subtype, the descendant's for composite fonts: `TrueType`, `Type1`, `Type3`, `CIDFontType0` … */
  type: string
  isEmbedded: boolean
  isSubset: boolean
  /** Analysed pages that have it in their resources and show text with it. */
  pages: number[]
}

export type PdfBoxName = 'media' | 'crop' | 'bleed' | 'trim' | 'art'

export interface PdfBox {
  left: number
  bottom: number
  right: number
  top: number
  /** `default`: the file omits it, and ISO 32000-1, 14.11.2 defines the value. */
  origin: 'written' | 'inherited' | 'default'
}

export interface PdfPage {
  page: number
  /** Clockwise: 0, 90, 180 or 270. */
  rotationDegrees: number
  userUnit: number
  /** Not rotated, in the page's own coordinates. */
  boxes: Record<PdfBoxName, PdfBox>
  colours: PdfColourUse[]
  transparency: PdfTransparencyUse[]
  overprint: PdfOverprintUse[]
  /** What is painted in registration colour, in all inks at once, and reaches into the trim box. */
  registration: { painted: PdfPainted; count: number; box?: PdfShownBox }[]
  /** Stroked lines and filled rules thinner than 1 pt as they come out on the page. */
  thinLines: { widthPoints: number; inks?: PdfInkUse; count: number }[]
  /** The sizes of the text that is shown, smallest first, in points on the page. */
  textSizes: { sizePoints: number; inks?: PdfInkUse; count: number }[]
  /** Text in black plus other process colours. */
  richBlackText: { sizePoints: number; cmykPercent: [number, number, number, number]; count: number }[]
  /** Text in 100 % black on a coloured area whose inks it removes. `box` is where the first one starts. */
  knockoutText: { sizePoints: number; count: number; box?: PdfShownBox }[]
  images: PdfImageUse[]
  /** The pixels of all images as often as they are placed, to know the work before it is done. */
  imagePixels: number
  annotations: { subtype: string; isPrinted: boolean; count: number }[]
  /** Nothing is painted on it, or only white; printed annotations count as painting. */
  isBlank: boolean
  /** Absent when the page was not rendered: pages without process or spot inks are not. */
  ink?: PdfInk
}

export type PdfColourSpace = 'gray' | 'rgb' | 'cmyk' | 'lab' | 'spot' | 'registration'
export type PdfPainted = 'text' | 'vector' | 'image' | 'shading'

/** White or several inks, where the register of the plates shows; absent for one ink. */
export type PdfInkUse = 'white' | 'several'

/** Fractions 0..1 of the shown page, from its top left corner. */
export interface PdfShownBox {
  x: number
  y: number
  width: number
  height: number
}

export interface PdfColourUse {
  space: PdfColourSpace
  painted: PdfPainted
  /** Spot colours by name, for `spot`; empty otherwise. */
  names: string[]
  /** Set when a profile or CIE coordinates define it: it does not depend on the device. */
  isCalibrated?: boolean
  count: number
}

export interface PdfTransparencyUse {
  /** `group` alone changes nothing that is seen; PDF/X-1a and X-3 forbid it all the same. */
  kind: 'alpha' | 'softMask' | 'blendMode' | 'group'
  /** Blend mode or smallest alpha, as text. */
  detail: string
  count: number
}

export interface PdfOverprintUse {
  /**
   * `white`: paints no ink and, set to overprint, vanishes. `black`: pure black, the usual and wanted case.
   * `gray`: in DeviceGray, which does not overprint on every RIP.
   */
  colour: 'white' | 'black' | 'gray' | 'other'
  painted: PdfPainted
  count: number
}

export interface PdfImageUse {
  widthPixels: number
  heightPixels: number
  /** Pixels per inch as placed, the lower of the two directions. */
  ppi: number
  /** Colour space; `mask` for 1-bit stencils. */
  space: PdfColourSpace | 'mask' | 'unknown'
  bitsPerComponent: number
  box: PdfShownBox
  isInline: boolean
  /** The filter that holds the pixels: `DCTDecode`, `JPXDecode`, `FlateDecode`; absent without one. */
  codec?: string
}

export interface PdfInk {
  /** Highest total area coverage of a spot of 1 mm², in percent (0..400), inside the bleed box. */
  maximumPercent: number
  /**
   * What is above 200, 205 … 395 percent, as far as anything does: its area, and the box around it in
   * fractions of the shown page.
   */
  above: {
    percent: number
    squareMm: number
    box?: { x: number; y: number; width: number; height: number }
  }[]
  /** Where ink touches the edge of the trim box; absent when the file states no trim box. */
  reachMm?: PdfInkReach
  /** Share of the area inside the bleed box that carries any ink, 0..1. */
  inkedShare: number
}

/** How far ink goes on beyond each side of the trim, in the shown orientation, 0..10 mm. */
export type PdfInkReach = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>
