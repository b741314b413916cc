import type { Waiver } from '../workflows/contract'
import { readIfThere } from './change-log'
import { ConfigError } from './config-error'

/** For one version of a file, or a rule for each file that a client checks with a profile. */
export type WaiverTarget = { clientId: string } & (
  { fileId: string; versionId: string } | { profileId: string }
)

export type StoredWaiver = Waiver &
  WaiverTarget & {
    /** The finding's own words, for lists. */
    message?: string
  }

/** Throws a ConfigError when the file exists and is broken: nothing is left out silently. */
export function readWaivers(file: string): StoredWaiver[] {
  const text = readIfThere(file)
  if (text === undefined) return []
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw brokenFile(file, 'is not JSON')
  }
  const waivers: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, 'waivers') : undefined
  if (!Array.isArray(waivers) || !waivers.every(isStoredWaiver)) throw brokenFile(file, 'has the wrong shape')
  return waivers
}

function brokenFile(file: string, what: string): ConfigError {
  return new ConfigError(file, [
    `${what}, expected what \`admin-cli waivers add\` writes; no finding is accepted. ` +
      'Correct it, or delete it and add the waivers again: the log beside it has all of them',
  ])
}

export function isStoredWaiver(value: unknown): value is StoredWaiver {
  if (typeof value !== 'object' || value === null) return false
  const isText = (key: string) => typeof Reflect.get(value, key) === 'string'
  const isTextOrAbsent = (key: string) => isText(key) || Reflect.get(value, key) === undefined
  return (
    ['id', 'clientId', 'check', 'reason', 'by', 'at'].every(isText) &&
    ['finding', 'containing', 'until', 'message'].every(isTextOrAbsent) &&
    (isText('profileId') || (isText('fileId') && isText('versionId')))
  )
}
