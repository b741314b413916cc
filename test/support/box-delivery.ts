import { createHmac, randomUUID } from 'node:crypto'

export const testKeys = {
  primary: 'PrimaryKeyOfTheTests0123456789ab',
  secondary: 'SecondaryKeyOfTheTests0123456789',
}

export interface UploadFields {
  eventId?: string
  createdAt?: string
  fileId?: string
  versionId?: string
  name?: string
  /** From the root down to the parent. */
  folders?: { id: string; name: string }[]
  trigger?: string
}

/** The body of a delivery with the fields that Box sends. */
export function uploadBody(fields: UploadFields = {}) {
  const folders = (fields.folders ?? [{ id: '7001', name: 'AI QC Acme IN' }]).map((folder) => ({
    type: 'folder',
    sequence_id: '1',
    etag: '1',
    ...folder,
  }))
  const entries = [{ type: 'folder', id: '0', sequence_id: null, etag: null, name: 'All Files' }, ...folders]
  return {
    type: 'webhook_event',
    id: fields.eventId ?? randomUUID(),
    created_at: fields.createdAt ?? '2026-11-24T01:30:00-08:00',
    trigger: fields.trigger ?? 'FILE.UPLOADED',
    webhook: { id: '991', type: 'webhook' },
    created_by: { type: 'user', id: '2', name: 'Anonymous User', login: '' },
    source: {
      id: fields.fileId ?? '1234567890',
      type: 'file',
      file_version: { type: 'file_version', id: fields.versionId ?? '99887766', sha1: 'a'.repeat(40) },
      sequence_id: '0',
      etag: '0',
      sha1: 'a'.repeat(40),
      name: fields.name ?? 'poster.jpg',
      description: '',
      size: 4711,
      path_collection: { total_count: entries.length, entries },
      parent: entries.at(-1),
      item_status: 'active',
    },
    additional_info: [] as unknown,
  }
}

/** JSON as PHP writes it: everything above ASCII as \\uXXXX, slashes escaped. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export interface SigningOptions {
  keys?: { primary?: string; secondary?: string }
  timestamp?: string
}

/** The headers of a delivery, with valid signatures. */
export function signedHeaders(
  body: string | Buffer,
  { keys = testKeys, timestamp = rfc3339(new Date()) }: SigningOptions = {},
) {
  const signature = (key: string) => createHmac('sha256', key).update(body).update(timestamp).digest('base64')
  const headers: Record<string, string> = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Box-WH-Client/0.1',
    'box-delivery-id': randomUUID(),
    'box-delivery-timestamp': timestamp,
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
  }
  if (keys.primary !== undefined) headers['box-signature-primary'] = signature(keys.primary)
  if (keys.secondary !== undefined) headers['box-signature-secondary'] = signature(keys.secondary)
  return headers
}

/** Seconds and an offset, as Box sends it. */
export function rfc3339(date: Date): string {
  return new Date(date.getTime() - 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '-08:00')
}
