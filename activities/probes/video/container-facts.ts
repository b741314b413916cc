import type { ContainerFacts } from '../../checks/facts/video'
import type { Declared } from './declared'

export function containerFacts(declared: Declared, detectedType: string): ContainerFacts {
  const { brand, durationSeconds, startSeconds, bitsPerSecond, oddities } = declared
  return { name: detectedType, brand, durationSeconds, startSeconds, bitsPerSecond, oddities }
}
