import { html } from './html'
import type { Html } from './html'
import type { Presentation } from './presentation'
import type { ReportWords } from './words/report-words'

/** `24 November 2026, 10:30 Europe/Berlin (09:30:00 UTC)`; without a time zone in UTC alone. */
export function moment(iso: string, { timeZone }: Presentation, words: ReportWords): Html {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return html`${iso}`
  return html`<time datetime="${date.toISOString()}">${textOf(date, timeZone, words)}</time>`
}

function textOf(date: Date, timeZone: string | undefined, words: ReportWords): string {
  const utc = fieldsIn('UTC', date)
  const local = timeZone === undefined || timeZone === 'UTC' ? undefined : fieldsIn(timeZone, date)
  if (local === undefined) return `${day(utc, words)}, ${clock(utc)}:${utc.second} UTC`
  const utcDay = local.day === utc.day ? '' : `${day(utc, words)}, `
  return `${day(local, words)}, ${clock(local)} ${timeZone} (${utcDay}${clock(utc)}:${utc.second} UTC)`
}

type Fields = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>

function fieldsIn(timeZone: string, date: Date): Fields {
  const numeric = 'numeric' as const
  const two = '2-digit' as const
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric },
    ...{ hour: two, minute: two, second: two },
  }).formatToParts(date)
  const value = (type: keyof Fields) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    ...{ year: value('year'), month: value('month'), day: value('day') },
    ...{ hour: value('hour'), minute: value('minute'), second: value('second') },
  }
}

const day = ({ day: date, month, year }: Fields, words: ReportWords) =>
  words.date(date, words.months[Number(month) - 1] ?? month, year)

const clock = ({ hour, minute }: Fields) => `${hour}:${minute}`
