import type { Box, BoxWebhook } from '../box/box'
import { type BoxError, isBoxError } from '../box/box-error'
import { webhooksByFolder } from '../box/registered-webhooks'
import type { Client } from '../config/parse-client'
import { boxRemedy } from './box-remedy'
import { folderProblems, itemsIn, webhookProblems } from './client-problems'
import { type Diagnosis, type Examination, fail, pass, warn } from './diagnosis'
import { plural } from '../workflows/text'

/** Box refuses tokens of a clock that differs by more than a minute; the gateway refuses old deliveries. */
const maxSkewSeconds = 30

export const serviceAccount: Examination = {
  what: 'Box',
  async examine({ box, config }) {
    const asked = await box()
    const { login } = await asked.me()
    const refusal = await writeRefusal(asked)
    return refusal === undefined
      ? [pass(this.what, `${config().box.apiUrl} as ${login}`)]
      : [fail(this.what, refusal.message, boxRemedy(refusal) ?? '')]
  },
}

/** Box does not list an app's scopes. A write to a file that cannot exist changes nothing and shows it. */
async function writeRefusal({ describeFile }: Pick<Box, 'describeFile'>): Promise<BoxError | undefined> {
  try {
    await describeFile('0', {})
  } catch (error) {
    if (isBoxError(error, 'scope')) return error
    // Not found, as it has to be.
    if (!isBoxError(error)) throw error
  }
  return undefined
}

export const clock: Examination = {
  what: 'clock',
  async examine({ config }) {
    const { apiUrl } = config().box
    const answer = await fetch(`${apiUrl}/2.0/users/me`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    }).catch(() => undefined)
    if (answer === undefined)
      return [warn(this.what, `not examined: ${apiUrl} does not answer`, 'Correct "Box" first')]
    const date = Date.parse(answer.headers.get('date') ?? '')
    if (Number.isNaN(date))
      return [warn(this.what, `${apiUrl} sends no date`, 'Compare the clock by hand: date -u')]
    const skewSeconds = Math.round((Date.now() - date) / 1000)
    const evidence = `${Math.abs(skewSeconds)} s from the clock of ${apiUrl}`
    return Math.abs(skewSeconds) <= maxSkewSeconds
      ? [pass(this.what, evidence)]
      : [
          fail(
            this.what,
            `${evidence}: Box refuses our tokens`,
            'Switch on time synchronization: timedatectl set-ntp true',
          ),
        ]
  },
}

export const folders: Examination = {
  what: 'folders',
  needs: 'Box',
  isAfterStart: true,
  async examine({ box, clients }) {
    const problems = await folderProblems(await box(), clients())
    return problems.length === 0
      ? [pass(this.what, `readable and writable for ${plural(clients().length, 'client')}`)]
      : problems.map((problem) => fail(this.what, problem, 'Correct it, then: admin-cli clients validate'))
  },
}

export const webhooks: Examination = {
  what: 'webhooks',
  needs: 'Box',
  isAfterStart: true,
  async examine({ box, clients, opened, config }) {
    const { address } = config().webhooks
    const found = await webhooksByFolder(await box())
    const problems = webhookProblems(found, clients(), address)
    const unset =
      address === ''
        ? [
            warn(
              'webhook address',
              'QC_WEBHOOK_ADDRESS is not set',
              'Set it: then webhooks are checked regularly',
            ),
          ]
        : []
    const all = [...opened().clients().values()]
    // Who asks about one client wants to hear about that one.
    const strangers = clients().length === all.length ? withoutClient([...found.values()], all, address) : []
    const others = [...unset, ...strangers]
    if (problems.length === 0)
      return [pass(this.what, `one on each INCOMING of ${plural(clients().length, 'client')}`), ...others]
    return [...problems.map((problem) => fail(this.what, problem, sharedAppRemedy)), ...others]
  },
}

/** Their deliveries come here, and no client has the folder: mostly a wrong id in clients.yaml. */
function withoutClient(found: BoxWebhook[], clients: Client[], address: string): Diagnosis[] {
  const known = new Set(
    clients.flatMap(({ incomingFolders }) => incomingFolders.map(({ folderId }) => folderId)),
  )
  return found
    .filter((webhook) => webhook.address === address && !known.has(webhook.targetId))
    .map(({ id, targetId }) =>
      warn(
        'folders without a client',
        `webhook ${id} sends us the uploads into folder ${targetId}, which no client has`,
        `Correct box_folder_id of its client, or: admin-cli delete-webhook ${id}`,
      ),
    )
}

/** Two installations on one app take the webhook from each other. */
const sharedAppRemedy =
  'Look at: admin-cli list-webhooks. Box keeps one webhook per folder and app: where another installation ' +
  'uses these folders, give it a Box app of its own; to take a webhook over, register it with --move'

/** A file that is skipped although a profile of its client takes its type: mostly a wrong default profile. */
export const skippedFiles: Examination = {
  what: 'skipped files',
  needs: 'Box',
  isAfterStart: true,
  async examine({ box, opened, clients }) {
    const { incomingFolders, profiles } = opened()
    const connected = await box()
    const skipped: Diagnosis[] = []
    for (const client of clients()) {
      for (const { folderId } of client.incomingFolders) {
        const taken = incomingFolders.find(folderId)?.extensions ?? []
        for await (const item of itemsIn(connected, folderId)) {
          if (item.type !== 'file') continue
          const extension = item.name.split('.').at(-1)?.toLowerCase() ?? ''
          const takers = client.profiles.filter((id) => profiles().get(id)?.extensions.includes(extension))
          if (taken.includes(extension) || takers.length === 0) continue
          skipped.push(
            warn(
              this.what,
              `${client.id}: "${item.name}" stays in INCOMING ` +
                `${folderId}: its profile there does not take .${extension}`,
              `Profiles of ${client.id} that take it: ${takers.join(', ')}. ` +
                `Change the default profile or map the folder`,
            ),
          )
        }
      }
    }
    return skipped.length === 0 ? [pass(this.what, 'none')] : skipped.slice(0, 20)
  },
}
