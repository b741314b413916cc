import type { Box } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import type { Client } from '../../config/parse-client'
import type { Command, Context } from '../command'
import { exitCodes } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { stepShape } from '../onboard/steps'

export const offboard: Command = {
  name: 'offboard',
  afterInterrupt: 'Interrupted. Type the same command again: it goes on with what is not done yet',
  arguments: ['<client>'],
  summary: 'Stop the processing of a client: webhook and entry go, reports stay. Safe to repeat',
  examples: ['offboard acme --dry-run', 'offboard acme --wait', 'offboard acme --remove --yes'],
  json: {
    clientId: 'string',
    steps: [stepShape],
    openRuns: [{ workflowId: 'string', file: 'string', state: 'string' }],
    stays: [{ what: 'string', folderId: 'string', 'items?': 'number' }],
    ...dryRunShape,
  },
  details:
    'It deletes the webhooks of the client and removes box_folder_id from its entry: no upload is taken.\n' +
    'With --remove the whole entry and the override of its default profile go, too.\n' +
    'While runs are open it changes nothing and lists them; with --wait it stops new uploads and waits.\n' +
    'Exit code 9: some runs need attention. Answer them, then type the same command again.',
  options: [
    { flags: '--remove', description: 'remove the whole entry' },
    { flags: '--wait', description: 'wait for the open runs' },
    { flags: '--yes', description: 'do not ask for confirmation' },
    { flags: '--dry-run', description: 'show what would be done' },
  ],
  run: async (context, [clientId = ''], options) => {
    const { offboardClient } = await import('../onboard/offboard-client.js')
    const { steps, openRuns, client } = await offboardClient(context, clientId, options)
    const isDryRun = options.dryRun === true
    const stays = await staying(context, client)
    const lines = [
      ...openRuns.map(({ workflowId, file, state }) => `${state}  ${file}  ${workflowId}`),
      ...(openRuns.length === 0 || isDryRun ? [] : [answerThem]),
      ...stays.map(
        ({ what, link, items }) =>
          `${what} stays in Box${items === undefined ? '' : `, ${items} items`}: ${link}`,
      ),
    ]
    const result = { clientId, steps, openRuns, stays: stays.map(({ link: _, ...one }) => one) }
    context.output.data(isDryRun ? { ...result, dryRun: true } : result, lines.join('\n'))
    return openRuns.length === 0 || isDryRun ? undefined : exitCodes.partial
  },
}

const answerThem =
  'These runs need attention: admin-cli runs retry, or admin-cli runs abandon. Then type offboard again.'

async function staying({ box, config }: Context, { incomingFolders, reportsFolderId }: Client) {
  const folders = [
    ...incomingFolders.map(({ folderId }) => ({ what: 'INCOMING', folderId })),
    ...(reportsFolderId === undefined ? [] : [{ what: 'REPORTS', folderId: reportsFolderId }]),
  ]
  const connected = await box()
  return Promise.all(
    folders.map(async ({ what, folderId }) => {
      const items = await countItems(connected, folderId)
      return { what, folderId, items, link: `${config().pages.boxWebUrl}/folder/${folderId}` }
    }),
  )
}

/** Undefined when our access to the folder is gone already. */
async function countItems(box: Box, folderId: string): Promise<number | undefined> {
  let items = 0
  try {
    for await (const _ of box.listFolder(folderId)) items += 1
    return items
  } catch (error) {
    if (isBoxError(error, 'not_found', 'forbidden', 'trashed')) return undefined
    throw error
  }
}
