import { frameOfTimecode } from '../programme/frame-of-timecode'

/**
 * `00:01:02:12` for 62.48 s at 25 fps: SMPTE ST 12-1, counted from the first frame, or from `start`, the
 * timecode of the first frame. Without one, 29.97 and 59.94 fps count drop-frame, with `;`, so that the
 * timecode follows the clock. Without a rate: `1:02.480`.
 */
export function timecode(seconds: number, framesPerSecond: number | undefined, start?: string): string {
  if (framesPerSecond === undefined || !(framesPerSecond >= 1) || framesPerSecond > 960) return clock(seconds)
  const base = Math.round(framesPerSecond)
  // A time stamp in milliseconds may be a little less than the start of its frame.
  const fromStart = Math.max(0, Math.floor((seconds + 0.0006) * framesPerSecond))
  const first = start === undefined ? undefined : frameOfTimecode(start, framesPerSecond)
  const frame = (fromStart + (first ?? 0)) % (base * secondsADay)
  const isNtsc = base % 30 === 0 && Math.abs(framesPerSecond - (base * 1000) / 1001) < 0.002
  const isDropFrame = isNtsc && (first === undefined || start?.includes(';') === true)
  return isDropFrame ? fields(withDropped(frame, base), base, ';') : fields(frame, base, ':')
}

const secondsADay = 86_400

/** `1:02.480`: minutes, seconds and milliseconds. */
function clock(seconds: number): string {
  const milliseconds = Math.max(0, Math.round(seconds * 1000))
  const rest = milliseconds % 60_000
  return `${(milliseconds - rest) / 60_000}:${(rest / 1000).toFixed(3).padStart(6, '0')}`
}

/** Drop-frame skips the first numbers of each minute that is no tenth one. */
function withDropped(frame: number, base: number): number {
  const dropped = base / 15
  const perMinute = base * 60 - dropped
  const perTenMinutes = base * 600 - 9 * dropped
  const tens = Math.floor(frame / perTenMinutes)
  const rest = frame % perTenMinutes
  const minutes = rest < base * 60 ? 0 : 1 + Math.floor((rest - base * 60) / perMinute)
  return frame + dropped * (9 * tens + minutes)
}

function fields(frame: number, base: number, separator: ':' | ';'): string {
  const seconds = Math.floor(frame / base)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (value: number, digits = 2) => String(value).padStart(digits, '0')
  const rest = two(frame % base, String(base - 1).length)
  return `${parts.map((part) => two(part)).join(':')}${separator}${rest}`
}
