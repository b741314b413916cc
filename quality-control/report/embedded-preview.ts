import type { Preview } from '../probes/probe-types'

/** A preview with its JPEG bytes, ready to stand inside the page. */
export type EmbeddedPreview = Preview & { bytes: Buffer }

export function dataUri({ bytes }: EmbeddedPreview): string {
  return `data:image/jpeg;base64,${bytes.toString('base64')}`
}
