/** `12 bytes`, `150.1 kB`, `2.5 GB`: decimal units, as Box and ad servers state them. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length)
  return `${Math.round((bytes / 1000 ** power) * 100) / 100} ${units[power - 1] ?? ''}`
}
