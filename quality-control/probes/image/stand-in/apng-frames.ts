import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { ProbeInput } from '../../probe-types'
import { withFileReader } from '../file-reader'
import type { ByteReader } from '../tiff-directory'
import { cellSize, framesFactor, framesIn, liveliest, maxApngFrames } from '../small-frames'
import { runFfmpeg } from './run-ffmpeg'

/** The frames of an animated PNG, of which the image library reads only the first. */
export interface ApngFrames {
  /** All frames as the flash counter wants them, RGB on white. */
  framesPath: string
  /** The frame to show, when it is not the first. */
  shownPath?: string
  errors: string[]
}

/** Undefined for a still PNG, and where ffmpeg cannot decode one. */
export async function readApngFrames(input: ProbeInput): Promise<ApngFrames | undefined> {
  const size = withFileReader(input.path, animatedSize)
  if (size === undefined) return undefined
  const affordable = Math.floor((input.limits.maxPixels * framesFactor) / (size.width * size.height))
  if (affordable < 1) return undefined
  const { columns, rows } = cellSize(size.height > size.width)
  const framesPath = join(input.scratchDir, 'frames.raw')
  const small = ['-vf', `scale=${columns}:${rows}:flags=area,format=rgba`, '-fps_mode', 'passthrough']
  const most = ['-frames:v', String(Math.min(affordable, maxApngFrames)), '-f', 'rawvideo']
  const { errors, isUnknown, isWritten } = await runFfmpeg(input, 'png', framesPath, [...small, ...most])
  if (isUnknown || !isWritten) return undefined
  const frames = onWhite(await readFile(framesPath))
  if (frames.length === 0) return undefined
  await writeFile(framesPath, frames)
  const shown = liveliest(framesIn(frames))
  if (shown === 0) return { framesPath, errors }
  const shownPath = join(input.scratchDir, 'frame.png')
  const one = ['-vf', `select=eq(n\\,${shown})`, '-frames:v', '1', '-f', 'apng', '-plays', '1']
  const written = await runFfmpeg(input, 'png', shownPath, one)
  return { framesPath, shownPath: written.isWritten ? shownPath : undefined, errors }
}

/** RGBA becomes RGB, as a browser shows it on a white page. */
function onWhite(rgba: Buffer): Buffer {
  const rgb = Buffer.alloc((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from + 4 <= rgba.length; from += 4, to += 3) {
    const opacity = (rgba[from + 3] ?? 255) / 255
    for (let channel = 0; channel < 3; channel++)
      rgb[to + channel] = Math.round((rgba[from + channel] ?? 0) * opacity + 255 * (1 - opacity))
  }
  return rgb
}

/** An animated PNG has the chunk acTL before its pixels (W3C PNG, third edition, 11.3.5). */
function animatedSize(read: ByteReader): { width: number; height: number } | undefined {
  const header = read(16, 8)
  if (header.length < 8) return undefined
  for (let at = 8, chunks = 0; chunks < maxChunks; chunks++) {
    const head = read(at, 8)
    const type = head.toString('latin1', 4, 8)
    if (head.length < 8 || type === 'IDAT') return undefined
    if (type === 'acTL') return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) }
    at += 12 + head.readUInt32BE(0)
  }
  return undefined
}

const maxChunks = 1000
