/** Facts of an HTML5 banner: a ZIP archive with a web page. Nothing of it is run for them. */
export interface BannerFacts {
  /** Path of the page that the ad server opens; absent when the archive has none. */
  entry?: string
  /** All web pages of the archive; the first are those nearest to its root. */
  pages: string[]
  /** Files, without folders, system files and what is no file: at most 500 are kept. */
  files: BannerFile[]
  fileCount: number
  /** All files unpacked. */
  unpackedBytes: number
  /** The page and what it loads before a script runs, unpacked. */
  initialBytes: number
  /** The content of `<meta name="ad.size">`; absent without one. */
  sizeText?: string
  /** Its width and height, where they can be read. */
  size?: { widthPixels: number; heightPixels: number }
  /** Files that a page or style sheet names and the archive lacks, with the file that names them. */
  missing: BannerReference[]
  /** Addresses that are loaded from elsewhere; links that a click opens are not among them. */
  external: BannerReference[]
  clickTag: BannerClickTag
  /** Entries that do not belong into a banner. */
  unwanted: { path: string; kind: UnwantedKind }[]
}

export interface BannerFile {
  path: string
  bytes: number
}

export interface BannerReference {
  from: string
  to: string
}

export interface BannerClickTag {
  /** `clickTag` and similar variables, or a call of an exit function, is used. */
  isUsed: boolean
  /** Links to an address that is written in the page, which no ad server can count. */
  fixedLinks: string[]
}

export type UnwantedKind = 'archive' | 'program' | 'link' | 'unsafe path' | 'system file' | 'same name'
