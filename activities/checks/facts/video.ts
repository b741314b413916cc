/** Facts of the video probe. */
export interface VideoFacts {
  placeholder?: never
}
