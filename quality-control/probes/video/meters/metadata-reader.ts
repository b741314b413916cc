import { lineSplitter } from '../../line-splitter'

/** One frame as ffmpeg's `metadata=print` writes it: its time in seconds and the values from filters. */
export interface FrameMetadata {
  seconds: number
  values: ReadonlyMap<string, string>
}

/**
 * Reads the output of `metadata=print`. Call `end` after the pipe has closed: nothing follows the last frame
 * to complete it.
 */
export function metadataReader(onFrame: (frame: FrameMetadata) => void): {
  add: (chunk: Buffer) => void
  end: () => void
} {
  let seconds: number | undefined
  let values = new Map<string, string>()
  const end = () => {
    if (seconds !== undefined) onFrame({ seconds, values })
    seconds = undefined
    values = new Map()
  }
  const add = lineSplitter((line) => {
    const time = /^frame:\d+\s+pts:\S+\s+pts_time:(\S+)/.exec(line)?.[1]
    if (time !== undefined) {
      end()
      seconds = Number(time)
    } else {
      const equals = line.indexOf('=')
      if (equals > 0) values.set(line.slice(0, equals), line.slice(equals + 1))
    }
  })
  return { add, end }
}
