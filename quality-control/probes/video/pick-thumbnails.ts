import { copyFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { VideoFacts } from '../../facts/video'
import type { Preview, ProbeInput } from '../probe-types'
import type { Size } from './measurement-plan'
import { roundTime } from './meters/spans'

const maxPreviews = 12

/**
 * Selects thumbnails for the report's timeline: the cover (the one with most detail), those nearest to an
 * issue, and evenly spread ones. `times` has the time in seconds of each thumbnail, in order.
 */
export async function pickThumbnails(
  input: ProbeInput,
  video: VideoFacts,
  times: readonly number[],
  size: Size,
): Promise<Preview[]> {
  const files = (await readdir(input.scratchDir)).filter((name) => /^thumbnail-\d{5}\.jpg$/.test(name)).sort()
  const count = Math.min(files.length, times.length)
  if (count === 0) return []
  const cover = await mostDetailed(input.scratchDir, files.slice(0, count))
  const spread = Array.from({ length: maxPreviews }, (_, step) =>
    Math.floor(((step + 0.5) * count) / maxPreviews),
  )
  const wanted = [cover, ...issueTimes(video).map((second) => nearest(times, second)), ...spread]
  const others = [...new Set(wanted)].filter((index) => index !== cover).slice(0, maxPreviews - 1)
  const previewOf = async (index: number): Promise<Preview> => {
    const file = `frame-${String(index + 1).padStart(5, '0')}.jpg`
    await copyFile(join(input.scratchDir, files[index] ?? ''), join(input.previewDir, file))
    const atSeconds = roundTime(times[index] ?? 0)
    return {
      file,
      kind: 'frame',
      widthPixels: size.width,
      heightPixels: size.height,
      atSeconds,
      alt: `Frame at ${atSeconds.toFixed(1)} s`,
    }
  }
  const frames = [await previewOf(cover)]
  for (const index of others.sort((a, b) => a - b)) frames.push(await previewOf(index))
  return [...frames, ...frames.slice(0, 1).map((frame): Preview => ({ ...frame, kind: 'thumbnail' }))]
}

/** A JPEG of a black or blurred frame is small. */
async function mostDetailed(folder: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
  return sizes.indexOf(Math.max(...sizes))
}

function issueTimes({ black, frozen, flashFrames, flashes }: VideoFacts): number[] {
  const spans = [...flashes.failing, ...black, ...frozen, ...flashFrames].slice(0, maxPreviews)
  return spans.map(({ start, end }) => (start + end) / 2)
}

function nearest(times: readonly number[], second: number): number {
  let best = 0
  for (const [index, time] of times.entries())
    if (Math.abs(time - second) < Math.abs((times[best] ?? 0) - second)) best = index
  return best
}
