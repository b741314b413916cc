import type { LeadFacts, ProgrammeWindow } from '../facts/programme'
import type { Span, VideoFacts } from '../facts/video'
import type { ProgrammeLayout } from '../report'
import { frameOfTimecode } from './frame-of-timecode'

/**
 * Finds the programme of a delivery master. Its start is where the layout says, by timecode or by the lengths
 * of slate and black, unless the picture itself begins elsewhere. Its end is the end of the file, less a
 * still of an accepted length. A programme may end with a still of its own, so a length that fits decides:
 * `booked` has lists of lengths in seconds, the most trusted first.
 */
export function findProgramme(
  video: VideoFacts,
  layout: ProgrammeLayout,
  booked: readonly (readonly number[])[],
): Omit<ProgrammeWindow, 'audioBefore'> | undefined {
  const framesPerSecond = rateOf(video)
  if (framesPerSecond === undefined) return undefined
  const { expectedStart, hasOtherTimecode } = expected(video, layout, framesPerSecond)
  const lead = leadBefore(video, layout, expectedStart)
  const start = startOf(video, lead, expectedStart, framesPerSecond)
  const fileEnd = video.startSeconds + video.durationSeconds
  const base = Math.round(framesPerSecond) / framesPerSecond
  const lengths = booked.map((list) => list.flatMap((length) => [length, length * base]))
  const holdSeconds = holdOf(video, layout, { start, end: fileEnd }, lengths)
  const end = fileEnd - holdSeconds
  return { start, end, layout, expectedStart, lead, holdSeconds, framesPerSecond, hasOtherTimecode }
}

function rateOf({ frameRate: { nominal, measured, isVariable } }: VideoFacts): number | undefined {
  if (measured === undefined || isVariable) return undefined
  return nominal !== undefined && Math.abs(nominal / measured - 1) < 0.0006 ? nominal : measured
}

/** By the file's timecode where the layout names one, else by the frames before it at the nominal rate. */
function expected(
  { timecode, startSeconds, decodedFrames }: VideoFacts,
  { startTimecode, slateSeconds, blackSeconds }: ProgrammeLayout,
  framesPerSecond: number,
) {
  const counted = Math.round((slateSeconds + blackSeconds) * Math.round(framesPerSecond))
  const [named, first] = [startTimecode, timecode?.start].map((text) =>
    text === undefined ? undefined : frameOfTimecode(text, framesPerSecond),
  )
  const byTimecode = named === undefined || first === undefined ? undefined : named - first
  const isPossible = byTimecode !== undefined && byTimecode >= 0 && byTimecode < decodedFrames
  const frames = isPossible ? byTimecode : counted
  return {
    expectedStart: startSeconds + frames / framesPerSecond,
    hasOtherTimecode: byTimecode !== undefined && !isPossible,
  }
}

/** The black nearest to the expected start, at least half as long as the layout wants it. */
function leadBefore(
  { black, cuts, startSeconds, durationSeconds }: VideoFacts,
  { blackSeconds }: ProgrammeLayout,
  expectedStart: number,
): LeadFacts | undefined {
  const distance = (span: Span) =>
    span.start < expectedStart && span.end > expectedStart ? 0 : Math.abs(span.end - expectedStart)
  const isLead = (span: Span) =>
    span.end - span.start >= blackSeconds / 2 &&
    span.start > startSeconds + minSlateSeconds &&
    span.end < Math.min(startSeconds + durationSeconds - 1, expectedStart + maxLeadSeconds)
  const [found] = black.filter(isLead).sort((a, b) => distance(a) - distance(b))
  if (found === undefined) return undefined
  const before = black.filter(({ end }) => end < found.start).at(-1)
  return {
    slate: { start: before?.end ?? startSeconds, end: found.start },
    black: found,
    isFadeIn: !cuts.some((cut) => Math.abs(cut - found.end) < 0.001),
  }
}

const minSlateSeconds = 1
/** Bars and a long countdown may come first. */
const maxLeadSeconds = 120
/** XR accepts fades of up to ten frames. */
const maxFadeFrames = 10

function startOf(
  { startSeconds }: VideoFacts,
  lead: LeadFacts | undefined,
  expectedStart: number,
  framesPerSecond: number,
): number {
  if (lead === undefined) return startSeconds
  const lateFrames = (lead.black.end - expectedStart) * framesPerSecond
  const isOnTime = Math.abs(lateFrames) < 0.5
  const isFading = lead.isFadeIn && lateFrames > 0 && lateFrames < maxFadeFrames + 0.5
  return isOnTime || isFading ? expectedStart : lead.black.end
}

function holdOf(
  { black, stillFromSeconds, decodedFrames, durationSeconds }: VideoFacts,
  { holdSeconds }: ProgrammeLayout,
  { start, end }: Span,
  lengths: readonly (readonly number[])[],
): number {
  const halfFrame = durationSeconds / decodedFrames / 2
  const blackTail = black.find((span) => span.end >= end - halfFrame)
  const stillFrom = Math.min(stillFromSeconds, blackTail?.start ?? end)
  const possible = [...new Set([...holdSeconds, 0])]
    .sort((a, b) => b - a)
    .filter((hold) => hold === 0 || (end - hold >= stillFrom - halfFrame && end - hold > start))
  const fits = (hold: number) => (length: number) => Math.abs(end - hold - start - length) < halfFrame
  for (const list of lengths) {
    const hold = possible.find((one) => list.some(fits(one)))
    if (hold !== undefined) return hold
  }
  return possible[0] ?? 0
}
