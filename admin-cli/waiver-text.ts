import type { NewWaiver } from '../config/waivers'

/** What a waiver accepts, in one line. */
export function waiverText(waiver: NewWaiver): string {
  const { clientId, check, message, containing, reason, until } = waiver
  const what = message === undefined ? check : `${check} (${message})`
  const only = containing === undefined ? '' : ` with "${containing}"`
  const last = until === undefined ? '' : `, until ${until}`
  return `${what}${only} in ${waiverPlace(waiver)} of ${clientId}${last}: ${reason}`
}

/** `file 1 version 2`, or `profile tv_eu`. */
export function waiverPlace(waiver: NewWaiver): string {
  return 'profileId' in waiver
    ? `profile ${waiver.profileId}`
    : `file ${waiver.fileId} version ${waiver.versionId}`
}
