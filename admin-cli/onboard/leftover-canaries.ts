import type { Box, BoxFile } from '../../box/box'
import { isBoxError } from '../../box/box-error'
import type { Client } from '../../config/parse-client'
import { workflowIdFor } from '../../workflows/contract'
import { messageOf } from '../../workflows/text'
import type { Output } from '../output'

export interface Canaries {
  box: Pick<Box, 'me' | 'listFolder' | 'deleteFile'>
  /** Undefined when there is no run of this workflow id. */
  isOpen: (workflowId: string) => Promise<boolean | undefined>
  client: Client
  output: Pick<Output, 'message'>
}

/** A test file whose run is still open. */
export interface OpenCanary {
  name: string
  workflowId: string
}

/** As a test names its file: its source and its report keep this part of the name. */
export function canaryName(extension: string): string {
  return `qc-test-${Date.now()}.${extension}`
}

/**
 * Deletes sources and reports of tests from the client's folders, except those of an open run, and returns
 * these. Says what could not be deleted.
 */
export async function removeFinished({ box, isOpen, client, output }: Canaries): Promise<OpenCanary[]> {
  const again = `Remove it: admin-cli onboard ${client.id} --test`
  const found = await findCanaries(box, client)
  const open: (OpenCanary & { stem: string })[] = []
  for (const { stem, file, isSource } of found) {
    const workflowId = workflowIdFor({ clientId: client.id, fileId: file.id, versionId: file.versionId })
    if (isSource && (await isOpen(workflowId)) === true) open.push({ stem, name: file.name, workflowId })
  }
  const openStems = new Set(open.map(({ stem }) => stem))
  for (const { stem, file, folder } of found) {
    if (openStems.has(stem)) continue
    try {
      await box.deleteFile(file.id)
      output.message(`test          deleted    ${file.name} from ${folder}`)
    } catch (error) {
      if (!isBoxError(error, 'not_found', 'trashed'))
        output.message(`test          stays      ${file.name} in ${folder}: ${messageOf(error)}. ${again}`)
    }
  }
  return open
}

interface Canary {
  stem: string
  file: BoxFile
  /** For a person: `INCOMING 163482195021`. */
  folder: string
  isSource: boolean
}

/** By name, and made by our service account. A person's file of such a name is none, nor is its report. */
async function findCanaries(
  box: Canaries['box'],
  { incomingFolders, reportsFolderId }: Client,
): Promise<Canary[]> {
  const { id: ownId } = await box.me()
  const found: Canary[] = []
  const stemsOfPeople = new Set<string>()
  const look = async (what: string, folderId: string): Promise<string | undefined> => {
    let processedId: string | undefined
    for await (const item of box.listFolder(folderId)) {
      if (item.type === 'folder' && item.name.toLowerCase() === '_processed') processedId = item.id
      const stem = stemOf(item.name)
      if (item.type !== 'file' || stem === undefined) continue
      if (item.createdById !== ownId) stemsOfPeople.add(stem)
      else found.push({ stem, file: item, folder: `${what} ${folderId}`, isSource: what !== 'REPORTS' })
    }
    return processedId
  }
  for (const { folderId } of incomingFolders) {
    const processedId = await look('INCOMING', folderId)
    if (processedId !== undefined) await look('_PROCESSED', processedId)
  }
  if (reportsFolderId !== undefined) await look('REPORTS', reportsFolderId)
  return found.filter(({ stem, isSource }) => isSource || !stemsOfPeople.has(stem))
}

/** `qc-test-1795849200000` of a source in INCOMING or `_PROCESSED`, and of its report. */
function stemOf(name: string): string | undefined {
  return /^(?:(?:QC_Report_)?\d{8}T\d{6}Z-\d{1,6}(?:-\d+)?_)?(qc-test-\d{13})(?:\.\w+){1,2}$/.exec(name)?.[1]
}
