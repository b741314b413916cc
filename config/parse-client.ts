import type { ReportLanguage } from '../quality-control/report'
import type { ClientMode } from '../workflows/contract'
import { isTimeZone, reportLanguages } from './formats'

/** One client of `clients.yaml`. */
export interface Client {
  /** The entry's key; part of workflow ids. */
  id: string
  name: string
  displayName: string
  description: string
  /** The profiles that may be used for this client. */
  profiles: string[]
  /** Empty for a client whose uploads are not processed. */
  incomingFolders: ClientFolder[]
  /** Present when there is an INCOMING folder. */
  reportsFolderId: string | undefined
  /** The static default: `client_defaults.json` may override it. Present when there is an INCOMING folder. */
  defaultProfile: string | undefined
  /** `shadow` makes reports and never moves the source. */
  mode: ClientMode
  /** Where the verdict is written in Box, as description and tag; on the report it costs one call more. */
  verdictOn: (typeof verdictLocations)[number]
  /** When the uploader gets a comment on the moved source; `problems`: on review and fail. */
  commentOn: (typeof commentOccasions)[number]
  /** How its reports look; what is absent is as in the settings. */
  report: { language?: ReportLanguage; timeZone?: string; contact?: string }
}

const modes = ['active', 'shadow'] as const satisfies ClientMode[]
const verdictLocations = ['source_and_report', 'source', 'none'] as const
const commentOccasions = ['none', 'problems', 'all'] as const

export interface ClientFolder {
  folderId: string
  /** Set when `box_folder_id` maps this folder to a profile, which overrides the client's default. */
  profileId: string | undefined
}

type Fields = Record<string, unknown>

const fieldNames = [
  'name',
  'display_name',
  'description',
  'profiles',
  'box_folder_id',
  'box_reports_folder_id',
  'default_profile',
  'mode',
  'verdict_on',
  'comment_on',
  'report_language',
  'report_time_zone',
  'report_contact',
]

/** Reads one entry; every value is a text, a list or a map (YAML's failsafe schema). */
export function parseClient(
  id: string,
  entry: unknown,
  profileIds: ReadonlySet<string>,
): { client?: Client; problems: string[] } {
  if (!isFields(entry))
    return { problems: [`${id}: is ${JSON.stringify(entry)}, expected fields such as name and profiles`] }
  const problems: string[] = []
  const wrong = (key: string, value: unknown, expected: string) => {
    problems.push(
      `${id}: ${key} is ${value === undefined ? 'missing' : JSON.stringify(value)}, expected ${expected}`,
    )
  }
  if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(id)) wrong('its id', id, 'letters, digits, - and _, 64 at most')
  for (const key of Object.keys(entry))
    if (!fieldNames.includes(key)) wrong(key, entry[key], `one of the fields ${fieldNames.join(', ')}`)
  const client = clientOf(id, entry, profileIds, wrong)
  return problems.length > 0 ? { problems } : { client, problems }
}

type Wrong = (key: string, value: unknown, expected: string) => void

const folderIdExpected = 'the digits at the end of the folder\'s address in Box, such as "163482195021"'

function clientOf(id: string, entry: Fields, profileIds: ReadonlySet<string>, wrong: Wrong): Client {
  const text = (key: string, isNeeded: boolean) => textOf(entry, key, isNeeded, wrong)
  const name = text('name', true) ?? id
  const profiles = profilesOf(entry, profileIds, wrong)
  const incomingFolders = incomingFoldersOf(entry, profiles, wrong)
  const isFed = incomingFolders.length > 0
  const reportsFolderId = text('box_reports_folder_id', isFed)
  if (reportsFolderId !== undefined && !isFolderId(reportsFolderId))
    wrong('box_reports_folder_id', reportsFolderId, folderIdExpected)
  const defaultProfile = text('default_profile', isFed)
  if (defaultProfile !== undefined && !profiles.includes(defaultProfile))
    wrong('default_profile', defaultProfile, `one of its profiles: ${profiles.join(', ')}`)
  return {
    ...{ id, name, profiles, incomingFolders, reportsFolderId, defaultProfile },
    displayName: text('display_name', false) ?? name,
    description: text('description', false) ?? '',
    mode: choiceOf(entry, 'mode', modes, wrong),
    ...noticesOf(entry, wrong),
    report: reportOf(entry, wrong),
  }
}

function isFolderId(text: string): boolean {
  return /^[1-9]\d{0,19}$/.test(text)
}

function textOf(entry: Fields, key: string, isNeeded: boolean, wrong: Wrong): string | undefined {
  const value = entry[key]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  if (value !== undefined && value !== '') wrong(key, value, 'a text')
  else if (isNeeded) wrong(key, value, key.startsWith('box_') ? folderIdExpected : 'a text')
  return undefined
}

function noticesOf(entry: Fields, wrong: Wrong): Pick<Client, 'verdictOn' | 'commentOn'> {
  return {
    verdictOn: choiceOf(entry, 'verdict_on', verdictLocations, wrong),
    commentOn: choiceOf(entry, 'comment_on', commentOccasions, wrong),
  }
}

function reportOf(entry: Fields, wrong: Wrong): Client['report'] {
  const text = (key: string) => textOf(entry, key, false, wrong)
  const [language, timeZone, contact] = [
    text('report_language'),
    text('report_time_zone'),
    text('report_contact'),
  ]
  const known = reportLanguages.find((one) => one === language)
  if (language !== undefined && known === undefined)
    wrong('report_language', language, reportLanguages.join(' or '))
  if (timeZone !== undefined && !isTimeZone(timeZone))
    wrong('report_time_zone', timeZone, 'a time zone such as Europe/Berlin')
  return {
    ...(known && { language: known }),
    ...(timeZone !== undefined && { timeZone }),
    ...(contact !== undefined && { contact }),
  }
}

/** The first choice is the default. */
function choiceOf<T extends string>(
  entry: Fields,
  key: string,
  choices: readonly [T, ...T[]],
  wrong: Wrong,
): T {
  const value = textOf(entry, key, false, wrong)
  const found = choices.find((one) => one === value)
  if (value !== undefined && found === undefined) wrong(key, value, choices.join(' or '))
  return found ?? choices[0]
}

function profilesOf(entry: Fields, profileIds: ReadonlySet<string>, wrong: Wrong): string[] {
  const value: unknown = entry.profiles
  const profiles = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  if (!Array.isArray(value) || value.length === 0 || profiles.length < value.length)
    wrong('profiles', value, 'a list of profile ids')
  for (const profile of profiles) {
    if (!profileIds.has(profile))
      wrong('profiles', profile, `profiles that exist: ${[...profileIds].join(', ')}`)
  }
  return profiles
}

function incomingFoldersOf(entry: Fields, profiles: string[], wrong: Wrong): ClientFolder[] {
  const value = entry.box_folder_id
  if (value === undefined || value === '') return []
  const folders: [string, unknown][] =
    typeof value === 'string' ? [[value, '']] : isFields(value) ? Object.entries(value) : []
  if (folders.length === 0)
    wrong('box_folder_id', value, `${folderIdExpected}, or a map of such ids to profiles`)
  return folders.map(([folderId, profileId]) => {
    if (!isFolderId(folderId)) wrong('box_folder_id', folderId, folderIdExpected)
    if (profileId === '') return { folderId, profileId: undefined }
    if (typeof profileId === 'string' && profiles.includes(profileId)) return { folderId, profileId }
    wrong(`box_folder_id ${folderId}`, profileId, `one of its profiles: ${profiles.join(', ')}`)
    return { folderId, profileId: undefined }
  })
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
