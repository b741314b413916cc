import { copyFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { Span } from '../../facts/video'
import type { Preview, ProbeInput } from '../probe-types'
import type { Size } from './measurement-plan'
import { roundTime } from './meters/spans'

/** A clip has about 24; a wrong duration makes more. */
const maxPreviews = 30

interface Kept {
  /** Beginning of the file names in the scratch folder. */
  name: string
  /** Seconds, one for each file in order. */
  times: readonly number[]
  size: Size
}

/**
 * Frames for the report, which shows those that its findings need: the cover first (the one with most
 * detail outside the `unfit` spans, black and flashes), then the thumbnails, evenly thinned out when there
 * are too many, and where black begins.
 */
export async function pickThumbnails(
  input: ProbeInput,
  { thumbnails, black, unfit }: { thumbnails: Kept; black: Kept; unfit: readonly Span[] },
): Promise<Preview[]> {
  const files = await filesOf(input, thumbnails)
  const count = files.length
  if (count === 0) return []
  const isUnfit = (index: number) => unfit.some((span) => isIn(thumbnails.times[index] ?? 0, span))
  const cover = await mostDetailed(input.scratchDir, files, isUnfit)
  const kept = Math.min(count, maxPreviews)
  const spread = Array.from({ length: kept }, (_, step) => Math.floor(((step + 0.5) * count) / kept))
  const first = await previewOf(input, thumbnails, files, cover)
  const frames: Preview[] = []
  for (const index of spread)
    if (index !== cover) frames.push(await previewOf(input, thumbnails, files, index))
  const dark = await filesOf(input, black)
  for (const index of dark.keys())
    if (isBlackStart(black, index, thumbnails)) frames.push(await previewOf(input, black, dark, index))
  frames.sort((a, b) => (a.atSeconds ?? 0) - (b.atSeconds ?? 0))
  return [first, ...frames, { ...first, kind: 'thumbnail' }]
}

/** The first frame is always there, and usually a thumbnail already. */
function isBlackStart(black: Kept, index: number, thumbnails: Kept): boolean {
  return index > 0 || !thumbnails.times.includes(black.times[0] ?? 0)
}

async function filesOf({ scratchDir }: ProbeInput, { name, times }: Kept): Promise<string[]> {
  const isOurs = (file: string) => file.startsWith(`${name}-`) && file.endsWith('.jpg')
  return (await readdir(scratchDir)).filter(isOurs).sort().slice(0, times.length)
}

async function previewOf(
  { scratchDir, previewDir }: ProbeInput,
  { times, size }: Kept,
  files: string[],
  index: number,
): Promise<Preview> {
  const file = files[index] ?? ''
  await copyFile(join(scratchDir, file), join(previewDir, file))
  const atSeconds = roundTime(times[index] ?? 0)
  const { width: widthPixels, height: heightPixels } = size
  const alt = `Frame at ${atSeconds.toFixed(1)} s`
  return { file, kind: 'frame', widthPixels, heightPixels, atSeconds, alt }
}

const isIn = (seconds: number, { start, end }: Span) => seconds >= start && seconds < end

/** A JPEG of a blurred frame is small. */
async function mostDetailed(
  folder: string,
  files: readonly string[],
  isUnfit: (index: number) => boolean,
): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file, index) => (await stat(join(folder, file))).size / (isUnfit(index) ? 1e9 : 1)),
  )
  return sizes.indexOf(Math.max(...sizes))
}
