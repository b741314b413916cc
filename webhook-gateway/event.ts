import type { ArrivedFile } from '../runs/match-upload'
import { Refusal } from './refusal'

/** A parsed delivery: an upload, an alert about our webhook, or a trigger that we did not ask for. */
export type BoxEvent = UploadEvent | AlertEvent | OtherEvent

export interface UploadEvent extends ArrivedFile {
  kind: 'upload'
  /** The same over all deliveries of one event. */
  eventId: string
}

/** Box will stop, or has stopped, delivering uploads. */
export interface AlertEvent {
  kind: 'alert'
  trigger: (typeof alertTriggers)[number]
  webhookId: string
  reason: string
}

export interface OtherEvent {
  kind: 'other'
  trigger: string
}

const alertTriggers = ['NO_ACTIVE_SESSION', 'WEBHOOK.DELETED'] as const

/** For verified bodies only. Throws a Refusal that names the malformed field, never its value. */
export function parseEvent(body: Buffer): BoxEvent {
  const event = parseJson(body)
  const trigger = textOf(event, 'trigger')
  const alert = alertTriggers.find((one) => one === trigger)
  if (alert !== undefined) return alertOf(event, alert)
  if (trigger !== 'FILE.UPLOADED') return { kind: 'other', trigger }
  const source = fieldsOf(event, 'source')
  if (source.type !== 'file') throw malformed('source.type', 'file')
  const version = fieldsOf(source, 'file_version', 'source.')
  return {
    kind: 'upload',
    eventId: textOf(event, 'id'),
    eventTime: timeOf(event, 'created_at'),
    fileId: idOf(source, 'id', 'source.'),
    versionId: idOf(version, 'id', 'source.file_version.'),
    name: textOf(source, 'name', 'source.'),
    sha1: sha1Of(source.sha1 ?? version.sha1),
    sizeBytes: sizeOf(source),
    folders: foldersOf(source),
  }
}

type Fields = Record<string, unknown>

/** The message of JSON.parse quotes the body, so it is dropped. */
function parseJson(body: Buffer): Fields {
  let event: unknown
  try {
    event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new Refusal('malformed_json', 'expected JSON in UTF-8')
  }
  if (!isFields(event)) throw malformed('the body', 'an object')
  return event
}

/** The body of NO_ACTIVE_SESSION is short, so every field is optional. */
function alertOf(event: Fields, trigger: AlertEvent['trigger']): AlertEvent {
  const { webhook, additional_info: info } = event
  const webhookId = isFields(webhook) && typeof webhook.id === 'string' ? webhook.id : 'unknown'
  const reason = isFields(info) && typeof info.reason === 'string' ? info.reason : 'none given'
  return { kind: 'alert', trigger, webhookId, reason }
}

/** `path_collection` runs from the root to the parent, `parent` repeats the last one; either
 * suffices. Empty when the event has neither. */
function foldersOf({ path_collection: path, parent }: Fields): UploadEvent['folders'] {
  const entries = isFields(path) ? path.entries : (path ?? [])
  if (!Array.isArray(entries) || !entries.every(isFields))
    throw malformed('source.path_collection.entries', 'a list of folders')
  const folders = entries.map((entry: Fields) => folderOf(entry, 'source.path_collection.entries.'))
  if (isFields(parent)) {
    const own = folderOf(parent, 'source.parent.')
    if (folders.at(-1)?.id !== own.id) folders.push(own)
  }
  return folders
}

function folderOf(folder: Fields, path: string) {
  return { id: idOf(folder, 'id', path), name: typeof folder.name === 'string' ? folder.name : '' }
}

function fieldsOf(fields: Fields, key: string, path = ''): Fields {
  const value = fields[key]
  if (!isFields(value)) throw malformed(`${path}${key}`, 'an object')
  return value
}

function textOf(fields: Fields, key: string, path = ''): string {
  const value = fields[key]
  if (typeof value !== 'string' || value === '' || value.length > 1024)
    throw malformed(`${path}${key}`, 'a text of 1 to 1024 characters')
  return value
}

function idOf(fields: Fields, key: string, path: string): string {
  const value = fields[key]
  if (typeof value !== 'string' || !/^\d{1,20}$/.test(value))
    throw malformed(`${path}${key}`, 'an id: a string of digits')
  return value
}

function sha1Of(sha1: unknown): string {
  if (typeof sha1 !== 'string' || !/^[0-9a-f]{40}$/i.test(sha1))
    throw malformed('source.sha1', '40 hexadecimal digits')
  return sha1.toLowerCase()
}

function sizeOf(source: Fields): number {
  const { size } = source
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw malformed('source.size', 'a whole number of bytes')
  return size
}

function timeOf(fields: Fields, key: string): string {
  const value = fields[key]
  const isDateTime =
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(value)
  if (!isDateTime || Number.isNaN(Date.parse(value))) throw malformed(key, 'an RFC 3339 date and time')
  return new Date(value).toISOString()
}

function malformed(field: string, expected: string): Refusal {
  return new Refusal('malformed_event', `${field}: expected ${expected}`)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
