import { join } from 'node:path'

import type { ProbeInput } from '../../probe-types'
import { readApngFrames } from './apng-frames'
import { ffmpegImages, runFfmpeg } from './run-ffmpeg'

/** For the child that measures: a file for pixels that the image library cannot read. */
export interface StandIn {
  path: string
  /** ffmpeg has written it; otherwise the child writes it where the format needs one. */
  isWritten: boolean
  /** The small frames of an animation, written by ffmpeg. */
  framesPath?: string
  /** What ffmpeg reported. */
  errors: string[]
}

/**
 * Decodes what only ffmpeg can: the frames of an animated PNG, and formats that the image library does not
 * know. `unsupported` completes "A BMP image …"; `failure` is why nothing was decoded.
 */
export async function prepareStandIn(
  input: ProbeInput,
  type: string,
): Promise<StandIn | { unsupported: string } | { failure: string }> {
  const path = join(input.scratchDir, 'stand-in')
  if (type === 'png') {
    const frames = await readApngFrames(input)
    return {
      path: frames?.shownPath ?? path,
      isWritten: frames?.shownPath !== undefined,
      framesPath: frames?.framesPath,
      errors: frames?.errors ?? [],
    }
  }
  if (!Object.hasOwn(ffmpegImages, type)) return { path, isWritten: false, errors: [] }
  const output = ['-frames:v', '1', '-c:v', 'png', '-compression_level', '1', '-f', 'image2', '-update', '1']
  const { errors, isUnknown, isWritten } = await runFfmpeg(input, type, path, output)
  if (isUnknown) return { unsupported: '' }
  if (!isWritten) return { failure: errors[0] ?? 'the image cannot be decoded' }
  return { path, isWritten, errors }
}
