import { apiErrors } from './api-error'

const items = [
  'UPLOADED',
  'PREVIEWED',
  'DOWNLOADED',
  'TRASHED',
  'DELETED',
  'RESTORED',
  'COPIED',
  'MOVED',
  'LOCKED',
  'UNLOCKED',
  'RENAMED',
]
const others = [
  'COMMENT.CREATED',
  'COMMENT.UPDATED',
  'COMMENT.DELETED',
  'TASK_ASSIGNMENT.CREATED',
  'TASK_ASSIGNMENT.UPDATED',
]
const metadata = [
  'METADATA_INSTANCE.CREATED',
  'METADATA_INSTANCE.UPDATED',
  'METADATA_INSTANCE.DELETED',
  'WEBHOOK.DELETED',
]
const folders = ['CREATED', 'RENAMED', 'DOWNLOADED', 'RESTORED', 'DELETED', 'COPIED', 'MOVED', 'TRASHED']
const collaborations = ['CREATED', 'ACCEPTED', 'REJECTED', 'REMOVED', 'UPDATED']
const links = [
  'SHARED_LINK.DELETED',
  'SHARED_LINK.CREATED',
  'SHARED_LINK.UPDATED',
  'SIGN_REQUEST.COMPLETED',
  'SIGN_REQUEST.DECLINED',
]
const signs = ['SIGN_REQUEST.EXPIRED', 'SIGN_REQUEST.SIGNER_EMAIL_BOUNCED', 'SIGN_REQUEST.SIGN_SIGNER_SIGNED']
const moreSigns = ['SIGN_REQUEST.SIGN_DOCUMENT_CREATED', 'SIGN_REQUEST.SIGN_ERROR_FINALIZING']

const triggers = new Set([
  ...items.map((name) => `FILE.${name}`),
  ...folders.map((name) => `FOLDER.${name}`),
  ...collaborations.map((name) => `COLLABORATION.${name}`),
  ...[...others, ...metadata, ...links, ...signs, ...moreSigns],
])

/** https, port 443, a public host that is not Box's own. */
export function checkAddress(address: string): void {
  const wrong = (message: string) => apiErrors.badRequest('address', message, address)
  if (!URL.canParse(address)) throw wrong('expected a URL.')
  const { protocol, port, hostname, username } = new URL(address)
  if (protocol !== 'https:') throw wrong('expected an https URL.')
  // The URL parser leaves out the port of the scheme itself.
  if (port !== '') throw wrong('expected port 443.')
  if (username !== '') throw wrong('expected a URL without credentials.')
  if (/(^|\.)box\.com$/i.test(hostname)) throw wrong('expected a host outside box.com.')
  const isLocal =
    hostname === 'localhost' ||
    /^(127\.|10\.|192\.168\.|169\.254\.|0\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname)
  if (isLocal) throw wrong('expected a host that is reachable from the internet.')
}

export function checkTriggers(wanted: readonly string[]): void {
  if (wanted.length === 0) throw apiErrors.badRequest('triggers', 'expected at least one trigger.')
  const unknown = wanted.find((trigger) => !triggers.has(trigger))
  if (unknown !== undefined)
    throw apiErrors.badRequest('triggers', 'expected triggers that Box knows.', unknown)
}

/** On a file, only what can happen to a file. */
export function checkTriggersFit(wanted: readonly string[], targetType: 'file' | 'folder'): void {
  const unfit = targetType === 'file' ? wanted.find((trigger) => trigger.startsWith('FOLDER.')) : undefined
  if (unfit !== undefined) throw apiErrors.badRequest('triggers', 'expected triggers that fit a file.', unfit)
}
