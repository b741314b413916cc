import { readFileSync } from 'node:fs'

import type { AnimationFacts } from '../../facts/image'
import { FlashCounter } from '../video/meters/flash-counter'
import { damageIn } from './decode-image'
import { openImage } from './open-image'
import type { ImageHeader } from './read-header'
import { cellSize, framesFactor, framesIn, liveliest } from './small-frames'

export interface MeasuredAnimation {
  animation?: AnimationFacts
  /**
   * The image to measure and to show; of an animation the frame with the most contrast, because the first is
   * often empty.
   */
  page: number
  errors: string[]
}

/**
 * Decodes the frames of an animation once, small, to count flashes and to choose the frame to show. Frames
 * that another decoder wrote come from `framesPath`.
 */
export async function measureAnimation(
  path: string,
  { image, page, delaysMs }: ImageHeader,
  maxPixels: number,
  framesPath?: string,
): Promise<MeasuredAnimation> {
  const { animation, widthPixels, heightPixels } = image
  if (animation !== undefined && framesPath !== undefined) {
    const frames = framesIn(readFileSync(framesPath))
    const flash = countFlashes(frames, delaysMs, heightPixels > widthPixels, animation.loops)
    return { animation: { ...animation, framesDecoded: frames.length, flash }, page, errors: [] }
  }
  if (animation === undefined || (image.format !== 'gif' && image.format !== 'webp'))
    return { animation, page, errors: [] }
  const affordable = Math.floor((maxPixels * framesFactor) / (widthPixels * heightPixels))
  const pages = Math.max(1, Math.min(animation.frames, affordable))
  const isUpright = heightPixels > widthPixels
  try {
    const frames = await smallFrames(path, pages, isUpright)
    const flash = countFlashes(frames, delaysMs, isUpright, animation.loops)
    return {
      animation: { ...animation, framesDecoded: frames.length, flash },
      page: liveliest(frames),
      errors: [],
    }
  } catch (error) {
    return { animation, page: 0, errors: damageIn(error) }
  }
}

async function smallFrames(path: string, pages: number, isUpright: boolean): Promise<Buffer[]> {
  const { columns, rows } = cellSize(isUpright)
  const data = await openImage(path, { pages, failOn: 'warning', limitInputPixels: false })
    .resize(columns, rows, { fit: 'fill', kernel: 'linear' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  return framesIn(data)
}

/** A short loop flashes by repetition, so it is counted over this many seconds. */
const countedSeconds = 6
const countedFrames = 20_000

function countFlashes(frames: Buffer[], delaysMs: number[], isUpright: boolean, loops: number) {
  const counter = new FlashCounter(isUpright)
  const times: number[] = []
  let milliseconds = 0
  for (let run = 0; frames.length > 0 && (loops === 0 || run < loops); run++) {
    if (run > 0 && (milliseconds >= countedSeconds * 1000 || times.length + frames.length > countedFrames))
      break
    for (const [index, frame] of frames.entries()) {
      counter.add(frame)
      times.push(milliseconds / 1000)
      milliseconds += delaysMs[index] ?? 100
    }
  }
  return counter.facts(times)
}
