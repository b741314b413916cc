/** Frames of an animation as the flash counter wants them: 64 cells on the longer side, 36 on the other. */
export const cellSize = (isUpright: boolean) =>
  isUpright ? { columns: 36, rows: 64 } : { columns: 64, rows: 36 }

const frameBytes = 64 * 36 * 3

export function framesIn(data: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at + frameBytes <= data.length; at += frameBytes)
    frames.push(data.subarray(at, at + frameBytes))
  return frames
}

/** All frames together may hold this many times the pixels of the largest single image. */
export const framesFactor = 4

/** Frames of an animated PNG that are decoded: 10 minutes at 25 frames per second. */
export const maxApngFrames = 15_000

/** The first frame with the largest variation in brightness. */
export function liveliest(frames: Buffer[]): number {
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
