import type { FlashFacts } from './video'

/** Facts of the image probe. Header facts are always present; `pixels` only when the image decodes. */
export interface ImageFacts {
  /** `jpeg`, `png`, `gif`, `webp`, `tiff`, `avif`. */
  format: string
  /** As shown, after the orientation that the file asks for. */
  widthPixels: number
  heightPixels: number
  /** EXIF orientation 1..8: 1 when the pixels are stored as shown. */
  orientation: number
  colourModel: ColourModel
  /** Colour and alpha channels together. */
  channels: number
  bitsPerChannel: number
  /** The embedded ICC profile; absent when there is none. */
  profile?: ColourProfile
  hasAlphaChannel: boolean
  /** Pixels per inch as the file states them; absent when it does not. */
  statedPpi?: number
  jpeg?: {
    /** 1..100 on the scale of the Independent JPEG Group, estimated from the quantisation table. */
    quality: number
    /** The same for chroma, where it has a table of its own. */
    chromaQuality?: number
    /** `4:4:4`, `4:2:0` … */
    chromaSubsampling: string
    isProgressive: boolean
  }
  /** Images in the file: pages of a TIFF, frames of an animation. */
  pages: number
  animation?: AnimationFacts
  /** High dynamic range, by transfer curve or by an embedded gain map. */
  hdr?: 'pq' | 'hlg' | 'gain map'
  pixels?: PixelFacts
}

export type ColourModel = 'rgb' | 'grey' | 'cmyk' | 'lab' | 'other'

export interface ColourProfile {
  name: string
  colourModel: ColourModel
  /** By its primaries and tone curve; absent for a profile that has none, such as one made of tables. */
  space?: RgbSpace
}

export type RgbSpace = 'sRGB' | 'Display P3' | 'Adobe RGB (1998)' | 'ProPhoto RGB' | 'other'

export interface AnimationFacts {
  frames: number
  /** One run, as browsers play it: a frame of 10 ms or less is shown for 100 ms. */
  durationSeconds: number
  /** How often it plays; 0 is for ever. */
  loops: number
  /** Frames that were decoded: fewer than `frames` when the whole would take too long. */
  framesDecoded: number
  flash?: FlashFacts
}

/**
 * Measured on one decode, at most 1500 px on the longer side, as 8-bit sRGB, flattened on white or, when that
 * shows clearly more, on black. For an animation: its frame with the most contrast. Brightness is Rec. 709
 * luma, 0..255.
 */
export interface PixelFacts {
  widthPixels: number
  heightPixels: number
  meanLuma: number
  /**
   * Brightness percentiles 0.1, 5, 95 and 99.9: one line of small print is enough to move the outer two.
   */
  darkest: number
  dark: number
  bright: number
  brightest: number
  /** The largest standard deviation among red, green and blue: near 0 for a single flat colour. */
  deviation: number
  /**
   * How steep the edges are in the sharper parts: about 0.7 when in focus, 0.15 when blurred over 2.5 px;
   * absent without edges.
   */
  sharpness?: number
  /** Neighbouring pixels hardly differ anywhere: a flat colour or a gradient. */
  isSmooth: boolean
  /** Share of the pixels that are not fully opaque, 0..1. */
  transparentShare: number
}
