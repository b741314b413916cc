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

/** How the file says it was made. */
export interface DisclosureFacts {
  /** A C2PA manifest store is embedded. */
  hasContentCredentials: boolean
  /** What its validation found; absent when there is none. */
  credentials?: CredentialFacts
  /** IPTC's names, such as `trainedAlgorithmicMedia` or `digitalCapture`. */
  digitalSourceTypes: string[]
}

/** The active C2PA manifest of a file, validated without the network. */
export interface CredentialFacts {
  /**
   * `valid`: the file is as it was signed, and the signer is unknown. `trusted`: the signer is on the trust
   * list, too. `not_validated`: for a reason that is not the manifest's.
   */
  state: 'trusted' | 'valid' | 'invalid' | 'not_validated'
  /** Why it is neither trusted nor valid: a sentence. */
  problem?: string
  /** The signature does not cover the metadata of the file, as C2PA allowed until 2.0. */
  leavesOutMetadata?: boolean
  /** Name and organisation in the certificate. */
  signer?: string
  /** ISO 8601; absent without a time stamp. */
  signedAt?: string
  /** Such as `created`, `color_adjustments`; at most 20. */
  actions: string[]
  ingredientCount: number
}

/** Which personal data the file contains, never the values. */
export interface PrivacyFacts {
  hasGps: boolean
  hasSerialNumber: boolean
  hasAuthor: boolean
  /** A path that contains the folder of a user. */
  hasUserPath?: boolean
  /** A thumbnail that shows something else than the image does. */
  hasOtherThumbnail?: boolean
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
  /** The cross-reference table of a PDF is wrong, and nothing is missing: viewers rebuild it unasked. */
  hasRebuiltXref?: boolean
}
