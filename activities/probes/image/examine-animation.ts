import type { AnimationFacts, ImageFacts } from '../../checks/facts/image'
import { damageIn } from './decode-picture'
import { openPicture } from './open-picture'

const cell = { columns: 64, rows: 36 }
const frameBytes = cell.columns * cell.rows * 3
/** All frames together may hold this many times the pixels of the largest single picture. */
const framesFactor = 4

export interface ExaminedAnimation {
  animation?: AnimationFacts
  /** The frame to measure and to show: the one with the most contrast, for the first is often empty. */
  page: number
  errors: string[]
}

/** Decodes the frames of an animation once, small, to count flashes and to choose the frame that stands for it. */
export async function examineAnimation(path: string, image: ImageFacts, maxPixels: number): Promise<ExaminedAnimation> {
  const { animation } = image
  if (animation === undefined || (image.format !== 'gif' && image.format !== 'webp')) return { animation, page: 0, errors: [] }
  const affordable = Math.floor((maxPixels * framesFactor) / (image.widthPixels * image.heightPixels))
  const pages = Math.max(1, Math.min(animation.frames, affordable))
  try {
    const frames = await smallFrames(path, pages)
    return { animation: { ...animation, framesExamined: frames.length }, page: liveliest(frames), errors: [] }
  } catch (error) {
    return { animation, page: 0, errors: damageIn(error) }
  }
}

async function smallFrames(path: string, pages: number): Promise<Buffer[]> {
  const data = await openPicture(path, { pages, failOn: 'warning', limitInputPixels: false })
    .resize(cell.columns, cell.rows, { fit: 'fill', kernel: 'linear' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer()
  const frames: Buffer[] = []
  for (let at = 0; at + frameBytes <= data.length; at += frameBytes) frames.push(data.subarray(at, at + frameBytes))
  return frames
}

/** The first of the frames whose brightness varies the most. */
function liveliest(frames: Buffer[]): number {
  let best = { page: 0, deviation: -1 }
  for (const [page, frame] of frames.entries()) {
    const deviation = deviationOf(frame)
    if (deviation > best.deviation + 1) best = { page, deviation }
  }
  return best.page
}

function deviationOf(frame: Buffer): number {
  let sum = 0
  let squares = 0
  for (const value of frame) {
    sum += value
    squares += value * value
  }
  return Math.sqrt(squares / frame.length - (sum / frame.length) ** 2)
}
