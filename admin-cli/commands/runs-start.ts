import type { Box, BoxFile } from '../../box/box'
import { matchUpload } from '../../runs/match-upload'
import { abandonedTag, isArchived, type Upload, workflowIdFor } from '../../workflows/contract'
import type { ClientConfig } from '../client-config'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { itemId } from '../item-id'
import { dryRunShape } from '../json-shape'
import { startRun } from '../start-run'

export const runsStart: Command = {
  name: 'runs start',
  arguments: ['<fileId>'],
  summary: 'Start a run for a file in INCOMING that has none',
  examples: ['runs start 1234567890 --dry-run', 'runs start 1234567890'],
  json: {
    workflowId: 'string',
    clientId: 'string',
    profileId: 'string',
    session: 'string',
    started: 'boolean',
    ...dryRunShape,
  },
  details:
    'It takes the id or address of a Box file. The mark of an abandoned file is removed; an open run stays.',
  options: [{ flags: '--dry-run', description: 'only show what would be started' }],
  run: async (context, [typed = ''], { dryRun }) => {
    const { box, clientConfig, output } = context
    const fileId = itemId('file', typed)
    const connectedBox = await box()
    const file = await connectedBox.getFile(fileId)
    const upload = uploadOf(file, clientConfig())
    const workflowId = workflowIdFor(upload)
    const { clientId, profileId, session } = upload
    if (dryRun !== true) await removeMark(connectedBox, file)
    await startRun(context, upload, { isDryRun: dryRun === true })
    const result = { workflowId, clientId, profileId, session }
    output.data(
      dryRun === true ? { ...result, started: false, dryRun: true } : { ...result, started: true },
      `${dryRun === true ? 'Would start' : 'Started'} ${workflowId}: ${file.name}, profile ${profileId}`,
    )
    return undefined
  },
}

function uploadOf(file: BoxFile, { incomingFolders }: ClientConfig): Upload {
  const { id: fileId, versionId, name, sha1, sizeBytes, ancestors } = file
  const match = matchUpload(
    { fileId, versionId, name, sha1, sizeBytes, folders: ancestors, eventTime: new Date().toISOString() },
    incomingFolders.find,
  )
  if ('ignored' in match)
    throw new CliError(
      'conflict',
      match.message,
      'Is it in the INCOMING folder of a client? See: admin-cli clients list',
    )
  const position = ancestors.findIndex((folder) => folder.id === match.upload.incomingFolderId)
  if (isArchived(file, ancestors.slice(position)))
    throw new CliError(
      'conflict',
      `This version was done: it is archived in ${ancestors.at(-1)?.name ?? 'INCOMING'} as ${name}`,
      `To check it again: admin-cli runs rerun ${fileId}`,
    )
  return { ...match.upload, origin: 'sweep' }
}

async function removeMark(box: Box, { id, tags, versionId }: BoxFile): Promise<void> {
  const mark = abandonedTag(versionId)
  if (tags.includes(mark)) await box.describeFile(id, { tags: tags.filter((tag) => tag !== mark) })
}
