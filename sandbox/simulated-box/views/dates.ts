const offsetHours = -8

/** Box prints whole seconds with an offset, never `Z`: `2026-11-24T01:30:00-08:00`. */
export function boxDate(iso: string): string {
  const shifted = new Date(Date.parse(iso) + offsetHours * 3_600_000)
  return `${shifted.toISOString().slice(0, 19)}-08:00`
}

export function boxDateOrNull(iso: string | null): string | null {
  return iso === null ? null : boxDate(iso)
}
