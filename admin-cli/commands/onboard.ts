import type { Client } from '../../config/parse-client'
import type { Command, Context, OptionValues } from '../command'
import { CliError, exitCodes } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { checkedAddress } from '../register-webhook'
import { stepShape } from '../onboard/steps'

export const onboard: Command = {
  name: 'onboard',
  afterInterrupt: 'Interrupted. Type the same command again: it goes on with what is not done yet',
  arguments: ['<client>'],
  summary: 'Add a client: folders, roles, entry in clients.yaml, webhook, test. Safe to repeat',
  examples: [
    'onboard acme --name Acme --folder 163482195000 --profiles static_general,video_general --dry-run',
    'onboard acme --incoming 163482195021 --reports 163482195022 --profiles static_general --wait',
    'onboard acme --test',
  ],
  json: {
    clientId: 'string',
    steps: [stepShape],
    problems: ['string'],
    'nextUpload?': [
      { folderId: 'string', profileId: 'string', extensions: ['string'], filesWaiting: 'number' },
    ],
    'test?': {
      workflowId: 'string',
      state: 'string',
      'verdict?': 'string',
      'score?': 'number',
      'message?': 'string',
    },
    ...dryRunShape,
  },
  details:
    'It does what is not done yet, so a second call goes on where the first one was broken off, and needs\n' +
    'no options once the entry is there. Folders: those of --incoming and --reports, or, below --folder,\n' +
    'INCOMING/AI QC <name> IN and REPORTS/AI QC <name> REPORTS, which are created when they are missing.\n' +
    'The first profile is the default. An entry that exists is completed and never changed.\n' +
    'With --test it uploads a small file that the default profile takes (image, PDF, video, audio or\n' +
    'HTML5 banner), follows its run to report and move, and deletes both again.\n' +
    'It first deletes what an earlier test left, and follows an earlier test whose run is still open.',
  options: [
    { flags: '--name <text>', description: 'name of the client (default: its id)' },
    { flags: '--display-name <text>', description: 'what people see (default: the name)' },
    { flags: '--description <text>', description: 'a few words for the admin pages' },
    { flags: '--profiles <ids>', description: 'profiles, separated by commas; the first is the default' },
    { flags: '--folder <id>', description: 'the Box folder that holds INCOMING and REPORTS of all clients' },
    { flags: '--incoming <id>', description: 'the INCOMING folder of the client, as id or address' },
    { flags: '--reports <id>', description: 'the REPORTS folder of the client, as id or address' },
    { flags: '--shadow', description: 'make reports, but never move the source' },
    { flags: '--url <address>', description: 'of the webhook (default: QC_WEBHOOK_ADDRESS)' },
    { flags: '--move', description: 'allow to change the address of a webhook that exists' },
    { flags: '--wait', description: 'wait until the service account is invited' },
    { flags: '--test', description: 'upload a test file and follow its run to the end' },
    { flags: '--dry-run', description: 'show what would be done' },
  ],
  run: async (context, [clientId = ''], options) => {
    const { onboardClient } = await import('../onboard/onboard-client.js')
    const { nextUploads } = await import('../onboard/next-uploads.js')
    const { steps, client, problems } = await onboardClient(
      context,
      clientId,
      addressOf(context, options),
      options,
    )
    const { output } = context
    if (options.dryRun === true) {
      output.data({ clientId, steps, problems, dryRun: true }, `${clientId}: nothing was changed (dry run).`)
      return undefined
    }
    const next = client === undefined ? [] : await nextUploads(context, client)
    const isTested = problems.length === 0 && options.test === true && client !== undefined
    const test = isTested ? await tested(context, client) : undefined
    output.data(
      { clientId, steps, problems, nextUpload: next.map(({ text: _, ...one }) => one), test },
      [...problems, ...next.map(({ text }) => text)].join('\n'),
    )
    if (problems.length > 0) return exitCodes.config
    return test === undefined || test.state === 'done' ? undefined : exitCodes.checksFailed
  },
}

function addressOf({ config }: Context, { url }: OptionValues): string {
  const typed = typeof url === 'string' ? url : config().webhooks.address
  if (typed !== '') return checkedAddress(typed)
  throw new CliError(
    'usage',
    '--url is missing, and QC_WEBHOOK_ADDRESS is not set',
    'It is the public address of the gateway, such as https://qc.example.com/box/webhook',
  )
}

async function tested(context: Context, client: Client) {
  const { testUpload } = await import('../onboard/test-upload.js')
  return testUpload(context, client)
}
