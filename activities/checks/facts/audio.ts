/** Facts of the audio probe. */
export interface AudioFacts {
  placeholder?: never
}
