import type { BoxFile } from '../../box/box'
import { rerunUpload } from '../../runs/rerun-upload'
import { type Upload, workflowIdFor } from '../../workflows/contract'
import { type ClientConfig, clientNamed, profileOf } from '../client-config'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { itemId } from '../item-id'
import { dryRunShape } from '../json-shape'
import { startRun } from '../start-run'

export const runsRerun: Command = {
  name: 'runs rerun',
  arguments: ['<file>'],
  summary: 'Check a file again, also one that was moved: a new report beside the old one',
  examples: [
    'runs rerun 1234567890 --profile print_ad --dry-run',
    'runs rerun 1234567890 --profile print_ad',
    'runs rerun https://app.box.com/file/1234567890',
  ],
  details:
    '<file> is the id or address of a Box file in INCOMING ' +
    'or _PROCESSED, or a workflow id; its present version ' +
    'is checked.\nA source in _PROCESSED is not moved or renamed again. A parked run has to be retried or ' +
    'abandoned first.',
  json: {
    workflowId: 'string',
    clientId: 'string',
    profileId: 'string',
    session: 'string',
    started: 'boolean',
    ...dryRunShape,
  },
  options: [
    { flags: '--profile <id>', description: "another profile of the client (default: the next upload's)" },
    { flags: '--dry-run', description: 'show what would be started' },
  ],
  run: async (context, [typed = ''], { profile, dryRun }) => {
    const file = await (await context.box()).getFile(fileIdOf(typed))
    const upload = uploadOf(file, context.clientConfig(), typeof profile === 'string' ? profile : undefined)
    const { clientId, profileId, session, name } = upload
    const workflowId = workflowIdFor(upload)
    const isDryRun = dryRun === true
    await startRun(context, upload, { isDryRun })
    context.output.data(
      { workflowId, clientId, profileId, session, started: !isDryRun, ...(isDryRun ? { dryRun: true } : {}) },
      `${isDryRun ? 'Would start' : 'Started'} ${workflowId}: ` +
        `${name}, profile ${profileId}, session ${session}`,
    )
    if (!isDryRun) context.output.message(`Follow it: admin-cli runs watch ${workflowId}`)
    return undefined
  },
}

/** `qc/<client>/<file id>/<version id>` names its file. */
function fileIdOf(typed: string): string {
  return itemId('file', /^qc\/[^/]+\/(\d+)\/\d+$/.exec(typed)?.[1] ?? typed)
}

function uploadOf(file: BoxFile, config: ClientConfig, profileId: string | undefined): Upload {
  const { id: fileId, versionId, name, sha1, sizeBytes, ancestors: folders } = file
  const match = rerunUpload(
    { fileId, versionId, name, sha1, sizeBytes, folders, eventTime: new Date().toISOString() },
    config.incomingFolders.find,
    profileId,
  )
  if ('ignored' in match)
    throw new CliError(
      'conflict',
      match.message,
      'Is it in the INCOMING folder of a client? See: admin-cli clients list',
    )
  if (profileId !== undefined) profileOf(config, clientNamed(config, match.upload.clientId), profileId)
  return match.upload
}
