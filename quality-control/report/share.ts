/** Percent of the duration, 0..100. */
export function share(seconds: number, duration: number): number {
  return Math.round((Math.max(0, Math.min(seconds, duration)) / duration) * 10_000) / 100
}
