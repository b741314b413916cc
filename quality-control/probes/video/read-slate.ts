import { join } from 'node:path'

import type { SlateFacts } from '../../facts/programme'
import type { Word } from '../../facts/text'
import type { VideoFacts } from '../../facts/video'
import { rethrowAccident } from '../host-accident'
import type { ProbedMedium, ProbeInput } from '../probe-types'
import { readWords } from '../text/read-words'

/**
 * The text on frames before each long black near the start, where a slate would be: two frames each, because
 * two readings that agree are worth more than one. `times` are those of the frames kept for it.
 */
export async function readSlate(
  input: ProbeInput,
  { black, startSeconds }: VideoFacts,
  times: readonly number[],
): Promise<Pick<ProbedMedium, 'facts' | 'problems'>> {
  const readings: SlateFacts['readings'] = []
  const options = { signal: input.signal, scratchDir: input.scratchDir, ...input.limits }
  try {
    for (const index of framesToRead(black, startSeconds, times)) {
      const path = join(input.scratchDir, `slate-${String(index + 1).padStart(5, '0')}.jpg`)
      const words = await readWords(path, { model: 'eng', mode: 11 }, options)
      readings.push({ atSeconds: times[index] ?? 0, lines: linesOf(words) })
    }
    return { facts: { slate: { readings } }, problems: {} }
  } catch (error) {
    input.signal.throwIfAborted()
    rethrowAccident(error)
    const reason = error instanceof Error ? error.message : String(error)
    return { facts: {}, problems: { slate: `The slate could not be read: ${reason}` } }
  }
}

const minBlackSeconds = 0.9
const maxBlacks = 3
const framesEach = 2

function framesToRead(black: VideoFacts['black'], start: number, times: readonly number[]): number[] {
  const blacks = black
    .filter((span) => span.end - span.start >= minBlackSeconds && span.start > start)
    .slice(0, maxBlacks)
  return blacks.flatMap((span) => {
    const before = times.flatMap((time, index) => (time < span.start - 0.2 ? [index] : []))
    const isShown = (index: number) =>
      !black.some(({ start: from, end }) => isIn(times[index] ?? 0, from, end))
    return before.filter(isShown).slice(-framesEach)
  })
}

const isIn = (time: number, from: number, end: number) => time >= from && time < end

/** Words in reading order as lines of text, at most 40. */
function linesOf(words: readonly Word[]): string[] {
  const lines = new Map<number, string[]>()
  for (const { line = 0, text } of words) lines.set(line, [...(lines.get(line) ?? []), text])
  return [...lines.values()].slice(0, 40).map((parts) => parts.join(' ').slice(0, 200))
}
