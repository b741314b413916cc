import { workflowIdFor } from '../../workflows/contract'
import type { Running } from '../installation/installation'
import type { Sample } from '../samples/samples'

/** A sample that was uploaded to Box. */
export interface Arrival {
  sample: Sample
  fileId: string
  /** Its name in Box: another one when INCOMING still has a file of the wanted name. */
  name: string
  workflowId: string
}

/** Puts the sample into its client's INCOMING as a person of the client, through Box's API. */
export async function arrive({ control, description }: Running, sample: Sample): Promise<Arrival> {
  const { uploaderUserId, clients } = description
  const folder = clients[sample.client]
  if (folder === undefined) throw new Error(`sample ${sample.file}: there is no client ${sample.client}`)
  const there = await control.tree(folder.incomingFolderId)
  const taken = there
    .flatMap(({ children = [] }) => children)
    .concat(there)
    .map(({ name }) => name.toLowerCase())
  const name = freeName(sample.file, taken)
  const content = { path: sample.path }
  const { fileId, versionId } = await control.upload({
    userId: uploaderUserId,
    folderId: folder.incomingFolderId,
    name,
    content,
  })
  return { sample, fileId, name, workflowId: workflowIdFor({ clientId: sample.client, fileId, versionId }) }
}

/** As a browser names a second download: `name (2).jpg`. */
function freeName(name: string, taken: string[]): string {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/su.exec(name) ?? []
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem} (${number})${extension}`
    if (!taken.includes(candidate.toLowerCase())) return candidate
  }
}
