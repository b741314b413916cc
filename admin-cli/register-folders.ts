import type { Client } from '../config/parse-client'
import { messageOf } from '../workflows/text'
import type { Context } from './command'
import { exitCodes } from './exit-codes'
import { registeredLine, registerWebhook, webhooksByFolder } from './register-webhook'
import type { Registered } from './register-webhook'

/** Registers every INCOMING folder of the clients; one that fails does not stop the others. */
export async function registerFolders(
  context: Context,
  clients: Client[],
  address: string,
  isDryRun: boolean,
): Promise<number | undefined> {
  const { output } = context
  const box = await context.box()
  const existing = await webhooksByFolder(box)
  const registered: Registered[] = []
  const failures: unknown[] = []
  const folders = clients.flatMap(({ id, incomingFolders }) =>
    incomingFolders.map(({ folderId }) => ({ clientId: id, folderId })),
  )
  for (const folder of folders) {
    try {
      registered.push(await registerWebhook(box, existing, { ...folder, address, isDryRun }))
    } catch (error) {
      failures.push(error)
      if (folders.length > 1)
        output.message(`${folder.clientId} (${folder.folderId}): FAILED — ${messageOf(error)}`)
    }
  }
  if (failures.length > 0 && failures.length === folders.length) throw failures[0]
  output.data(registered, registered.map(registeredLine).join('\n'))
  warnOfTakeOver(registered, output.message)
  return failures.length === 0 ? undefined : exitCodes.partial
}

function warnOfTakeOver(registered: Registered[], message: (text: string) => void) {
  const taken = registered.filter(({ was }) => was !== undefined)
  if (taken.length === 0) return
  message(
    'Box allows one webhook per folder, application and user: an installation at the old ' +
      'address no longer gets deliveries. Dev and prod on the same folders need two Box apps.',
  )
}
