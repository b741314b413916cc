import { plural } from '../../workflows/text'

/** `3 minutes ago`, `2 days ago`; the exact time belongs beside it. */
export function age(iso: string, now: Date): string {
  const seconds = Math.round((now.getTime() - new Date(iso).getTime()) / 1000)
  if (Number.isNaN(seconds)) return iso
  if (seconds < 5) return 'just now'
  return `${duration(seconds)} ago`
}

const units = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3600 },
  { name: 'minute', seconds: 60 },
  { name: 'second', seconds: 1 },
] as const

/** The largest unit that fits: `2 hours`, `1 minute`. */
export function duration(seconds: number): string {
  const unit = units.find((one) => seconds >= one.seconds)
  if (unit === undefined) return seconds < 0.05 ? '0 seconds' : `${seconds.toFixed(1)} seconds`
  return plural(Math.floor(seconds / unit.seconds), unit.name)
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-11` as `Nov 2026`. */
export function monthWord(month: string): string {
  const [year = '', number] = month.split('-')
  return `${months[Number(number) - 1] ?? ''} ${year}`
}

/** `24 Nov 2026, 09:30:00 UTC`. */
export function moment(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
  return `${day}, ${date.toISOString().slice(11, 19)} UTC`
}

/** `2.5 MB`, in powers of 1000 as Box shows them. */
export function size(bytes: number): string {
  const names = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let index = 0
  let value = bytes
  while (value >= 1000 && index < names.length - 1) {
    value /= 1000
    index += 1
  }
  return `${index === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${names[index] ?? ''}`
}
