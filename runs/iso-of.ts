interface ProtoTime {
  seconds?: unknown
  nanos?: number | null
}

/** A time of Temporal's API as ISO 8601, UTC. */
export function isoOf(time: ProtoTime | null | undefined): string | undefined {
  if (time === null || time === undefined) return undefined
  return new Date(Number(time.seconds ?? 0) * 1000 + (time.nanos ?? 0) / 1e6).toISOString()
}
