import { programmeOf } from './programme-of'
import type { Profile, ProfileCheck } from '../quality-control/profile'

/** One profile file with its shape checked and its parent not yet resolved. */
export interface ProfileSource {
  id: string
  isAbstract: boolean
  extends?: string
  title?: string
  description?: string
  media?: Profile['media']
  extensions?: string[]
  maxBytes?: number
  platform?: Profile['platform']
  commentOn?: Profile['commentOn']
  programme?: Profile['programme']
  /** `off` removes a parent's check. */
  checks: Map<string, ProfileCheck | 'off'>
}

type Fields = Record<string, unknown>
type Wrong = (key: string, value: unknown, expected: string) => void

const fieldNames = [
  'extends',
  'abstract',
  'title',
  'description',
  'media',
  'extensions',
  'maxBytes',
  'platform',
  'commentOn',
  'programme',
  'checks',
]
const media = ['image', 'pdf', 'video', 'audio', 'banner'] as const
const occasions = ['none', 'problems', 'all'] as const
const severities = ['blocker', 'major', 'minor', 'info'] as const

/** Reads one file's content (YAML 1.2: `off` is a text). */
export function parseProfile(id: string, content: unknown): { source?: ProfileSource; problems: string[] } {
  const problems: string[] = []
  const wrong: Wrong = (key, value, expected) => {
    problems.push(`${id}.yaml: ${key} is ${JSON.stringify(value)}, expected ${expected}`)
  }
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(id))
    wrong('its name', id, 'lower-case letters, digits, _ and -, 64 at most')
  if (!isFields(content)) {
    wrong('the file', content, `fields such as ${fieldNames.join(', ')}`)
    return { problems }
  }
  for (const key of Object.keys(content)) {
    if (!fieldNames.includes(key)) wrong(key, content[key], `one of the fields ${fieldNames.join(', ')}`)
  }
  if (!['undefined', 'boolean'].includes(typeof content.abstract))
    wrong('abstract', content.abstract, 'true or false')
  const source: ProfileSource = {
    id,
    isAbstract: content.abstract === true,
    extends: textOf(content, 'extends', wrong),
    title: textOf(content, 'title', wrong),
    description: textOf(content, 'description', wrong),
    media: mediaOf(content.media, wrong),
    extensions: extensionsOf(content.extensions, wrong),
    maxBytes: maxBytesOf(content.maxBytes, wrong),
    platform: platformOf(content.platform, wrong),
    commentOn: commentOnOf(content.commentOn, wrong),
    programme: programmeOf(content.programme, wrong),
    checks: checksOf(content.checks, wrong),
  }
  return problems.length > 0 ? { problems } : { source, problems }
}

function textOf(fields: Fields, key: string, wrong: Wrong): string | undefined {
  const value = fields[key]
  if (value === undefined) return undefined
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  wrong(key, value, 'a text')
  return undefined
}

function mediaOf(value: unknown, wrong: Wrong): Profile['media'] | undefined {
  if (value === undefined) return undefined
  const known = media.filter((medium) => Array.isArray(value) && value.includes(medium))
  if (!Array.isArray(value) || known.length === 0 || known.length !== value.length)
    wrong('media', value, `a list of ${media.join(', ')}`)
  return known
}

function extensionsOf(value: unknown, wrong: Wrong): string[] | undefined {
  if (value === undefined) return undefined
  const given = Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : []
  if (given.length === 0 || !given.every((one) => /^[a-z0-9]{1,16}$/.test(one)))
    wrong('extensions', value, 'a list such as [jpg, png], without dots')
  return [...new Set(given)]
}

function maxBytesOf(value: unknown, wrong: Wrong): number | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
  wrong('maxBytes', value, 'a whole number of bytes from 1')
  return undefined
}

function platformOf(value: unknown, wrong: Wrong): Profile['platform'] {
  if (value === undefined) return undefined
  const { name, source, checkedOn } = isFields(value) ? value : {}
  const isDate =
    typeof checkedOn === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(checkedOn) &&
    !Number.isNaN(Date.parse(checkedOn))
  if (typeof name === 'string' && typeof source === 'string' && isDate) return { name, source, checkedOn }
  wrong('platform', value, 'name, source and checkedOn, a date such as 2026-01-31')
  return undefined
}

function commentOnOf(value: unknown, wrong: Wrong): Profile['commentOn'] {
  const known = occasions.find((one) => one === value)
  if (value !== undefined && known === undefined) wrong('commentOn', value, `one of ${occasions.join(', ')}`)
  return known
}

function checksOf(value: unknown, wrong: Wrong): ProfileSource['checks'] {
  if (value === undefined || value === null) return new Map()
  if (!isFields(value)) wrong('checks', value, 'a map of check ids to their settings, or the word off')
  const entries = isFields(value) ? Object.entries(value) : []
  return new Map(entries.map(([id, settings]) => [id, checkOf(id, settings, wrong)]))
}

/** `severity` and `required` are keys of the profile; all other keys are settings of the check. */
function checkOf(id: string, value: unknown, wrong: Wrong): ProfileCheck | 'off' {
  if (value === 'off') return 'off'
  if (value !== null && !isFields(value))
    wrong(`checks ${id}`, value, 'settings (nothing for the defaults), or the word off')
  const { severity, required, ...settings } = isFields(value) ? value : {}
  const known = severities.find((one) => one === severity)
  if (severity !== undefined && known === undefined)
    wrong(`checks ${id}: severity`, severity, `one of ${severities.join(', ')}`)
  if (required !== undefined && typeof required !== 'boolean')
    wrong(`checks ${id}: required`, required, 'true or false')
  const check: ProfileCheck = { id, settings: {} }
  if (known !== undefined) check.severity = known
  if (typeof required === 'boolean') check.isRequired = required
  for (const [name, setting] of Object.entries(settings)) {
    if (isSetting(setting)) check.settings[name] = setting
    else
      wrong(
        `checks ${id}: ${name}`,
        setting,
        'a text, a number, true, false, or a list of texts or of numbers',
      )
  }
  return check
}

function isSetting(value: unknown): value is ProfileCheck['settings'][string] {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') || value.every(isFiniteNumber)
  return typeof value === 'string' || typeof value === 'boolean' || isFiniteNumber(value)
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
