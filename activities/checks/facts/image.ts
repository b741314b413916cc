/** Facts of the image probe. */
export interface ImageFacts {
  placeholder?: never
}
