import { join } from 'node:path'

import type { Super, SuperFacts } from '../../../facts/supers'
import type { Span } from '../../../facts/video'
import { runInChild } from '../../child-pool/child-pool'
import { rethrowAccident } from '../../host-accident'
import type { ProbedMedium, ProbeInput } from '../../probe-types'
import { readWords } from '../../text/read-words'
import type { Box, EdgeMaps } from '../meters/edge-maps'
import { roundTime } from '../meters/spans'
import type { FractionBox } from './crop-regions'
import { findTextRegions } from './find-text-regions'
import { followText } from './follow-text'
import { groupLines, type FoundLine } from './group-lines'
import { linesIn, type ReadLine } from './lines-in'

export interface SuperFrames {
  edges: EdgeMaps
  /** The second of each edge map. */
  edgeTimes: readonly number[]
  /** The second of each frame kept for reading. */
  times: readonly number[]
  /** End of the last frame. */
  end: number
}

/**
 * Text that stands still: what is new in the edges of a kept frame is read once, and followed to both sides
 * through the edges of all frames.
 */
export async function readSupers(
  input: ProbeInput,
  frames: SuperFrames,
): Promise<Pick<ProbedMedium, 'facts' | 'problems'>> {
  try {
    return { facts: { supers: await supersOf(input, frames) }, problems: {} }
  } catch (error) {
    input.signal.throwIfAborted()
    rethrowAccident(error)
    const reason = error instanceof Error ? error.message : String(error)
    return { facts: {}, problems: { supers: `The supers could not be read: ${reason}` } }
  }
}

type FollowedLine = ReadLine & Span

/** In frames: to read one takes more than a second. */
const maxReadArea = 3
/** Nearly half a second on each side. */
const steadyMaps = 5

async function supersOf(input: ProbeInput, frames: SuperFrames): Promise<SuperFacts> {
  const { edges, edgeTimes, times, end } = frames
  const known: FollowedLine[] = []
  let before: ReturnType<EdgeMaps['steady']> | undefined
  let readArea = 0
  for (const [index, time] of times.entries()) {
    input.onProgress({ phase: 'reading supers', fraction: index / times.length })
    const frame = nearest(edgeTimes, time)
    if (frame === undefined || readArea >= maxReadArea) break
    const steady = edges.steady([frame - steadyMaps, frame, frame + steadyMaps])
    const regions = findTextRegions(edges, steady, before)
    before = steady
    if (regions.length === 0) continue
    const boxes = regions.map((region) => fractionOf(region, edges))
    for (const { width, height } of boxes) readArea += width * height
    for (const line of await readRegions(input, pathOf(input, index), boxes)) {
      const span = spanOf(line, frame, frames)
      if (span !== undefined) known.push({ ...line, ...span })
    }
  }
  const lastMap = edgeTimes.at(-1) ?? 0
  const supers: Super[] = groupLines(await measured(input, known, frames))
  return { supers, measuredSeconds: roundTime(lastMap < end - 1 ? lastMap : end) }
}

/** The map whose time is next to `time`; undefined after the last one. */
function nearest(times: readonly number[], time: number): number | undefined {
  const next = times.findIndex((one) => one >= time - 0.001)
  return next < 0 ? undefined : next
}

function spanOf(line: ReadLine, frame: number, { edges, edgeTimes, end }: SuperFrames): Span | undefined {
  const box: Box = {
    left: Math.floor(line.x * edges.width),
    top: Math.floor(line.y * edges.height),
    right: Math.ceil((line.x + line.width) * edges.width),
    bottom: Math.min(edges.height, Math.ceil((line.y + line.height) * edges.height)),
  }
  const shares = edges.shares(edges.steady([frame - 1, frame, frame + 1]), box)
  return followText(shares, frame, edgeTimes, end)
}

const fractionOf = ({ left, top, right, bottom }: Box, { width, height }: EdgeMaps): FractionBox => ({
  x: left / width,
  y: top / height,
  width: (right - left) / width,
  height: (bottom - top) / height,
})

async function readRegions(input: ProbeInput, path: string, boxes: FractionBox[]): Promise<ReadLine[]> {
  const { scratchDir: folder, signal, limits } = input
  const options = { signal, scratchDir: folder, ...limits }
  const outcome = await runInChild('regions', { path, folder, maxPixels: limits.maxPixels, boxes }, options)
  if ('killedFor' in outcome) throw new Error(`cutting out text failed: ${outcome.message}`)
  const lines: ReadLine[] = []
  for (const region of outcome.answer)
    lines.push(...linesIn(await readWords(region.path, { model: 'eng', mode: 11 }, options), region))
  return lines
}

/** Contrast and ground of each line in the middle of its time: at its ends it may fade. */
async function measured(input: ProbeInput, lines: readonly FollowedLine[], { times }: SuperFrames) {
  const { signal, limits } = input
  const found: FoundLine[] = []
  for (const [index, time] of times.entries()) {
    const own = lines.filter((line) => middleFrame(line, times) === index)
    if (own.length === 0) continue
    const job = { path: pathOf(input, index), maxPixels: limits.maxPixels, boxes: own.map(boxOf) }
    const outcome = await runInChild('lines', job, { signal, ...limits })
    if ('killedFor' in outcome) throw new Error(`measuring text failed: ${outcome.message}`)
    for (const [place, line] of own.entries()) {
      const { contrast, isOnBlock } = outcome.answer[place] ?? { contrast: 21, isOnBlock: true }
      found.push({ ...line, contrast, isOnBlock, atSeconds: roundTime(time) })
    }
  }
  return found
}

/** The kept frame next to the middle. */
function middleFrame({ start, end }: Span, times: readonly number[]): number {
  const distance = (index: number) => Math.abs((times[index] ?? Infinity) - (start + end) / 2)
  return [...times.keys()].reduce((best, index) => (distance(index) < distance(best) ? index : best), 0)
}

const pathOf = ({ scratchDir }: ProbeInput, index: number) =>
  join(scratchDir, `super-${String(index + 1).padStart(5, '0')}.jpg`)

const boxOf = ({ x, y, width, height }: FractionBox): FractionBox => ({ x, y, width, height })
