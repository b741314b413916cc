/** Facts that every asset has. */
export interface FileFacts {
  /** The name of the upload; only the renderer makes it safe to display. */
  name: string
  /** Lower case, without the dot; empty when there is none. */
  extension: string
  sizeBytes: number
  sha256: string
  /** By content, never by name: `jpeg`, `png`, `pdf`, `mp4` … or `unknown`. */
  detectedType: string
  /** MIME type by content, or `application/octet-stream`. */
  detectedMime: string
  /** For a sentence: `JPEG image`. */
  typeDescription: string
  /** Valid extensions of the detected type, lower case. */
  typeExtensions: string[]
  privacy: PrivacyFacts
  /** Absent when the file does not say how it was made. */
  disclosure?: DisclosureFacts
}

/** How the file says it was made, not validated. */
export interface DisclosureFacts {
  /** A C2PA manifest store is embedded. */
  hasContentCredentials: boolean
  /** IPTC's names, such as `trainedAlgorithmicMedia` or `digitalCapture`. */
  digitalSourceTypes: string[]
}

/** Which personal data the file contains, never the values. */
export interface PrivacyFacts {
  hasGps: boolean
  hasSerialNumber: boolean
  hasAuthor: boolean
}

/** Does the file decode to its end? */
export interface IntegrityFacts {
  isDecodable: boolean
  /** For video: frames that decoded, and frames that the container declares; absent when unknown. */
  decodedFrames?: number
  declaredFrames?: number
  /** Number of the decoder's error lines; `errors` has the first ten, without paths. */
  errorCount: number
  errors: string[]
}
