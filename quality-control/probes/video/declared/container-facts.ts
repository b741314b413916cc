import type { ContainerFacts } from '../../../facts/video'
import type { Declared } from './declared'
import { roundTime } from '../meters/spans'

/** `ends` are where pictures and sound end by decoding, in seconds. */
export function containerFacts(
  declared: Declared,
  detectedType: string,
  ends: readonly number[],
): ContainerFacts {
  const { brand, durationSeconds, startSeconds, bitsPerSecond, oddities } = declared
  return {
    name: detectedType,
    brand,
    durationSeconds,
    startSeconds,
    decodedSeconds: roundTime(Math.max(...ends)),
    bitsPerSecond,
    oddities,
  }
}
