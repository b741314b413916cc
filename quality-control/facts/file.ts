/** Facts that every asset has. */
export interface FileFacts {
  /** The name as it came, sanitised for display only by the renderer. */
  name: string
  /** Lower case, without the dot; empty when there is none. */
  extension: string
  sizeBytes: number
  sha256: string
  /** By content, never by name: `jpeg`, `png`, `pdf`, `mp4` … or `unknown`. */
  detectedType: string
  /** MIME type by content, or `application/octet-stream`. */
  detectedMime: string
  /** What it is, for a sentence: `JPEG picture`. */
  typeDescription: string
  /** Extensions that are right for the detected type, lower case. */
  typeExtensions: string[]
  privacy: PrivacyFacts
}

/** Personal traces: what there is, never the values themselves. */
export interface PrivacyFacts {
  hasGps: boolean
  hasSerialNumber: boolean
  hasAuthor: boolean
}

/** Does it decode to its end? */
export interface IntegrityFacts {
  isDecodable: boolean
  /** For video: frames that decoded, and frames that the container declares; absent when unknown. */
  decodedFrames?: number
  declaredFrames?: number
  /** Error lines of the decoder, counted; the first ten kept, cleaned of paths. */
  errorCount: number
  errors: string[]
}
