import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Super, SuperFacts } from '../../../facts/supers'
import type { Span } from '../../../facts/video'
import { runInChild } from '../../child-pool/child-pool'
import { rethrowAccident } from '../../host-accident'
import type { ProbedMedium, ProbeInput } from '../../probe-types'
import { readWords } from '../../text/read-words'
import type { Box, EdgeMaps } from '../meters/edge-maps'
import { roundTime } from '../meters/spans'
import type { FractionBox, Region } from './crop-regions'
import {
  areaOf,
  findTextRuns,
  middleFrame,
  nearest,
  overlapOf,
  type SuperFrames,
  type TextRun,
} from './find-text-runs'
import { followText } from './follow-text'
import { groupLines, type FoundLine } from './group-lines'
import { linesIn, type ReadLine } from './lines-in'

/**
 * Text that stands still: what comes and goes together in the edges of the frames is read once, in the middle
 * of its time, when it has rows of letters, and each line is followed through the edges of all frames.
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

/** Tesseract reads a million pixels in about a second. */
const maxReadPixels = 12e6

async function supersOf(input: ProbeInput, frames: SuperFrames): Promise<SuperFacts> {
  const { edges, edgeTimes, times, end } = frames
  const regions = await regionsOf(input, findTextRuns(frames), edges)
  const known: FollowedLine[] = []
  for (const { line, frame } of await readRegions(input, regions)) {
    const map = nearest(edgeTimes, times[frame] ?? 0)
    const span = map === undefined ? undefined : spanOf(line, map, frames)
    if (span !== undefined) known.push({ ...line, ...span })
  }
  const lastMap = edgeTimes.at(-1) ?? 0
  const supers: Super[] = groupLines(await measured(input, known, frames))
  return { supers, measuredSeconds: roundTime(lastMap < end - 1 ? lastMap : end) }
}

type FrameRegion = Region & { frame: number }

/** The parts with rows of letters, those with most letters first. */
async function regionsOf(
  input: ProbeInput,
  runs: readonly TextRun[],
  edges: EdgeMaps,
): Promise<FrameRegion[]> {
  const { scratchDir: folder, signal, limits } = input
  const regions: FrameRegion[] = []
  for (const frame of [...new Set(runs.map((run) => run.frame))].sort((a, b) => a - b)) {
    input.onProgress({ phase: 'looking for supers' })
    const boxes = distinct(runs.filter((run) => run.frame === frame).flatMap((run) => run.boxes))
    const job = {
      ...{ path: pathOf(input, frame), folder, name: `region-${frame}`, maxPixels: limits.maxPixels },
      boxes: boxes.map((box) => fractionOf(box, edges)),
    }
    const outcome = await runInChild('regions', job, { signal, ...limits })
    if ('killedFor' in outcome) throw new Error(`cutting out text failed: ${outcome.message}`)
    regions.push(...outcome.answer.map((region) => ({ ...region, frame })))
  }
  return regions.sort((a, b) => b.letters - a.letters)
}

/** Without those that are inside another one for the most part. */
function distinct(boxes: readonly Box[]): Box[] {
  const kept: Box[] = []
  for (const box of [...boxes].sort((a, b) => areaOf(b) - areaOf(a)))
    if (!kept.some((other) => overlapOf(box, other) >= areaOf(box) * 0.8)) kept.push(box)
  return kept
}

/** All regions by one tesseract, for its start costs as much as a line. */
async function readRegions(
  input: ProbeInput,
  regions: readonly FrameRegion[],
): Promise<{ line: ReadLine; frame: number }[]> {
  const { scratchDir, signal, limits } = input
  let pixels = 0
  const read = regions.filter((region) => (pixels += region.pixels) <= maxReadPixels)
  if (read.length === 0) return []
  input.onProgress({ phase: 'reading supers' })
  const list = join(scratchDir, 'regions.txt')
  await writeFile(list, `${read.map(({ path }) => path).join('\n')}\n`)
  const words = await readWords(list, { model: 'eng', mode: 11 }, { signal, scratchDir, ...limits })
  return read.flatMap((region, index) =>
    linesIn(
      words.filter(({ page }) => page === index + 1),
      region,
    ).map((line) => ({ line, frame: region.frame })),
  )
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

/** What is not visible was misread. */
const minContrast = 1.15

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
      if (contrast < minContrast) continue
      found.push({ ...line, contrast, isOnBlock, atSeconds: roundTime(time) })
    }
  }
  return found
}

const pathOf = ({ scratchDir }: ProbeInput, index: number) =>
  join(scratchDir, `super-${String(index + 1).padStart(5, '0')}.pgm`)

const boxOf = ({ x, y, width, height }: FractionBox): FractionBox => ({ x, y, width, height })
