/** Otsu's threshold: the code that parts the tones into two groups most clearly. */
export function splitOf(luma: Uint8Array): number {
  const histogram = new Uint32Array(256)
  let total = 0
  for (const code of luma) {
    histogram[code] = (histogram[code] ?? 0) + 1
    total += code
  }
  let [best, split, count, sum] = [-1, 127, 0, 0]
  for (let code = 0; code < 255; code++) {
    count += histogram[code] ?? 0
    sum += code * (histogram[code] ?? 0)
    const rest = luma.length - count
    if (count === 0 || rest === 0) continue
    const between = count * rest * (sum / count - (total - sum) / rest) ** 2
    if (between > best) [best, split] = [between, code]
  }
  return split
}
