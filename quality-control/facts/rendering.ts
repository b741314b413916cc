/** How an HTML5 banner looks when it plays in a browser, without network. */
export type RenderingFacts = { notRendered: string } | BannerRendering

export interface BannerRendering {
  /** Nothing but one colour is to be seen, apart from a frame around it. */
  isFirstBlank: boolean
  isLastBlank: boolean
  /** Seconds after which the last frame is taken. */
  seconds: number
  /** It still moves after them. */
  isMoving: boolean
  /** Addresses elsewhere that the page asked for: none was loaded. */
  calls: { to: string; isCode: boolean }[]
  /** Files that the page asked for and the archive lacks. */
  missing: string[]
  /** What stopped its scripts. */
  errors: string[]
}
