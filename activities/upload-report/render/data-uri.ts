import type { EmbeddedPreview } from './index'

export function dataUri({ bytes }: EmbeddedPreview): string {
  return `data:image/jpeg;base64,${bytes.toString('base64')}`
}
