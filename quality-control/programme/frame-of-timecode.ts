/**
 * The number of frames from 00:00:00:00 to `10:00:00:00` (SMPTE ST 12-1); drop-frame has a `;`. Undefined for
 * a text that is no timecode at this rate.
 */
export function frameOfTimecode(text: string, framesPerSecond: number): number | undefined {
  const base = Math.round(framesPerSecond)
  const parts = /^(\d\d):(\d\d):(\d\d)([:;.])(\d{2,3})$/.exec(text)
  if (parts === null || base < 1) return undefined
  const [hours = 0, minutes = 0, seconds = 0, , frames = 0] = parts.slice(1).map(Number)
  if (minutes > 59 || seconds > 59 || frames >= base) return undefined
  const counted = ((hours * 60 + minutes) * 60 + seconds) * base + frames
  if (parts[4] === ':' || base % 30 !== 0) return counted
  // The first numbers of each minute but every tenth one do not exist.
  const wholeMinutes = hours * 60 + minutes
  return counted - (base / 15) * (wholeMinutes - Math.floor(wholeMinutes / 10))
}
