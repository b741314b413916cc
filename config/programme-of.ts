import type { Profile } from '../quality-control/profile'

type Programme = Profile['programme']

const expected =
  'slateSeconds, blackSeconds and holdSeconds (a list), and maybe startTimecode such as "10:00:00:00"'

/** The layout of a delivery master. `wrong` gets what does not fit. */
export function programmeOf(
  value: unknown,
  wrong: (key: string, value: unknown, expected: string) => void,
): Programme {
  if (value === undefined) return undefined
  const { slateSeconds, blackSeconds, holdSeconds, startTimecode, ...rest } = fieldsOf(value)
  const isTimecode =
    startTimecode === undefined ||
    (typeof startTimecode === 'string' && /^\d\d:[0-5]\d:[0-5]\d[:;]\d\d$/.test(startTimecode))
  const isComplete = isSeconds(slateSeconds) && isSeconds(blackSeconds) && isList(holdSeconds)
  if (!isTimecode || !isComplete || Object.keys(rest).length > 0) {
    wrong('programme', value, expected)
    return undefined
  }
  return { ...(startTimecode !== undefined && { startTimecode }), slateSeconds, blackSeconds, holdSeconds }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 3600
}

function isList(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.length <= 10 && value.every(isSeconds)
}
