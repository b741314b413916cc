/** `DURATION: 30 SEC`, `LENGTH :30`, `TRT 00:00:30:00`. */
export function secondsOnSlate(line: string): number | undefined {
  const [, rest] =
    /\b(?:dur(?:ation|\.)?|length|trt|laufzeit|dur[ée]e|duraci[óo]n)\b\W*?\s*(.*)$/i.exec(line) ?? []
  if (rest === undefined) return undefined
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)[:;.]00/.exec(rest) ?? []
  if (seconds !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  const plain = /^\W*(\d{1,3})\s*(?:"|''|s\b|secs?\b|seconds?\b|$)/i.exec(rest)?.[1]
  return plain === undefined ? undefined : Number(plain)
}
