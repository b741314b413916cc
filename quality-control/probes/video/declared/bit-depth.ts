/**
 * Bits per component of one of ffmpeg's pixel formats: `yuv420p10le` is 10, `gray12be` 12, `rgb48le` 16,
 * `yuv420p` 8.
 */
export function bitDepth(pixelFormat: string): number {
  const named = /(?:p|gray|gbrp|gbrap|x2rgb|x2bgr|p0|p2|p4|y2)(9|10|12|14|16)(?:le|be)?$/.exec(
    pixelFormat,
  )?.[1]
  if (named !== undefined) return Number(named)
  return /(?:rgb48|bgr48|rgba64|bgra64|ya16)/.test(pixelFormat) ? 16 : 8
}
