import type { TimecodeFacts } from '../../facts/video'
import type { Declared, DeclaredStream } from './declared/declared'

/**
 * The timecode of the first frame, as the file states it: of the container (MXF: its material package), of
 * the video (MPEG-2), or of a timecode track (QuickTime). A track of several entries has jumps.
 */
export function timecodeFacts(declared: Declared, video: DeclaredStream): TimecodeFacts | undefined {
  const tracks = declared.streams.filter(({ kind }) => kind === 'data')
  const stated = [declared.tags, video.tags, ...tracks.map(({ tags }) => tags)].flatMap(
    ({ timecode = '' }) => (isTimecode.test(timecode) ? [timecode] : []),
  )
  const [start, ...rest] = stated
  if (start === undefined) return undefined
  return {
    start,
    isDropFrame: /[;.]\d+$/.test(start),
    others: [...new Set(rest)].filter((other) => other !== start).slice(0, 8),
    hasJumps: tracks.some(
      ({ tags, declaredFrames = 1 }) => tags.timecode !== undefined && declaredFrames > 1,
    ),
  }
}

const isTimecode = /^\d\d:\d\d:\d\d[:;.]\d{2,3}$/
