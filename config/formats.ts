import type { Format, SchemaObj } from 'convict'

import type { ReportLanguage } from '../quality-control/report'
import { isReceiver } from './is-receiver'

/**
 * Our own convict formats. Convict's own would read `12abc` as 12 and `no` as true; these accept a value as a
 * whole or not at all. Each message ends a sentence that begins with the key: `is "abc", expected …`.
 */
export const formats: Record<string, Format> = {
  'whole-number': {
    validate: (value: unknown, { min = 0, max = Number.MAX_SAFE_INTEGER }: SchemaObj) =>
      expect(
        typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max,
        value,
        `a whole number from ${min} to ${max}`,
      ),
    coerce: (text: string) => (/^\d{1,16}$/.test(text) ? Number(text) : text),
  },
  switch: {
    validate: (value: unknown) => expect(typeof value === 'boolean', value, 'true or false'),
    coerce: (text: string) => (text === 'true' ? true : text === 'false' ? false : text),
  },
  text: { validate: (value: unknown) => expect(typeof value === 'string', value, 'a text') },
  choice: {
    validate: (value: unknown, { choices = [] }: SchemaObj) =>
      expect(
        Array.isArray(choices) && choices.includes(value),
        value,
        `one of ${String(choices).replaceAll(',', ', ')}`,
      ),
  },
  'web-address': {
    validate: (value: unknown) =>
      expect(
        isWebAddress(value),
        value,
        'an address that begins with http:// or https:// and ends without a slash',
      ),
  },
  'web-origin': {
    validate: (value: unknown) =>
      expect(
        value === '' || (isWebAddress(value) && new URL(String(value)).origin === value),
        value,
        'nothing, or an origin in lower case without a path, such as https://qc.example.com',
      ),
  },
  receiver: {
    validate: (value: unknown) =>
      expect(
        value === '' || (typeof value === 'string' && isReceiver(value)),
        value,
        'nothing, or an https address (http only for this host)',
      ),
  },
  'time-zone': {
    validate: (value: unknown) =>
      expect(value === '' || isTimeZone(value), value, 'nothing, or a time zone such as Europe/Berlin'),
  },
  'web-path': {
    validate: (value: unknown) =>
      expect(
        typeof value === 'string' && /^(\/[\w.~-]+)+$/.test(value),
        value,
        'a path such as /box/webhook, without a slash at the end',
      ),
  },
  'bind-address': {
    validate: (value: unknown) =>
      expect(
        value === '' || isBindAddress(value),
        value,
        'host:port such as 127.0.0.1:9464, or nothing for none',
      ),
  },
  secret: {
    validate: (value: unknown) => {
      if (typeof value !== 'string') throw new Error('is not shown here, expected a text')
    },
  },
}

function expect(isRight: boolean, value: unknown, expected: string) {
  if (!isRight) throw new Error(`is ${JSON.stringify(value)}, expected ${expected}`)
}

function isWebAddress(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^https?:\/\/[^\s/]/.test(value) &&
    !value.endsWith('/') &&
    URL.canParse(value)
  )
}

export const reportLanguages = ['en', 'de', 'fr', 'es'] as const satisfies ReportLanguage[]

export function isTimeZone(value: unknown): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) })
    return typeof value === 'string'
  } catch {
    return false
  }
}

function isBindAddress(value: unknown): boolean {
  const port =
    typeof value === 'string' ? /^(?:[\w.-]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/.exec(value)?.[1] : undefined
  return port !== undefined && Number(port) <= 65_535
}
