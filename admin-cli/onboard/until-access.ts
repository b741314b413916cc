import { setTimeout as sleep } from 'node:timers/promises'

import type { Box } from '../../box/box'
import { folderAccess } from '../../diagnosis/client-problems'
import { CliError } from '../exit-codes'
import type { Output } from '../output'

export interface Access {
  box: Box
  output: Pick<Output, 'message'>
  isWaiting: boolean
  linkTo: (folderId: string) => string
}

const lookAgainMs = 3_000

/**
 * Resolves when the service account may read and write the folder. Otherwise says whom to invite where, and
 * waits for it where `isWaiting`; without that it throws `permission`.
 */
export async function untilAccess(
  { box, output, isWaiting, linkTo }: Access,
  what: string,
  folderId: string,
): Promise<void> {
  let said = ''
  for (;;) {
    const { problem } = await folderAccess(box, folderId)
    if (problem === undefined) return
    const { login } = await box.me()
    const invite = `Invite ${login} as Editor of ${linkTo(folderId)}, or raise its role to Editor`
    if (!isWaiting)
      throw new CliError(
        'permission',
        `${what} folder ${folderId}: ${problem}`,
        `${invite}. Then type the same command again; with --wait it waits for the invitation`,
      )
    if (said !== problem) output.message(`${what}: ${problem}\n${invite}. Waiting …`)
    said = problem
    await sleep(lookAgainMs)
  }
}
