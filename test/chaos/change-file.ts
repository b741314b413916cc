import type { ControlClient, Uploaded } from '../../sandbox/simulated-box/control-client'
import { brokenImage, image } from '../support/small-assets'
import type { ChaosClient } from './chaos-clients'
import type { ChaosAction, FileChange } from './plan-chaos'

export interface KnownFile extends Uploaded {
  number: number
  client: ChaosClient
  folder: number
  changes: number
}

/** Files of one name meet in `_PROCESSED` and in REPORTS. */
const filesOfOneName = 3

type UploadAction = Extract<ChaosAction, { kind: 'upload' }>

/** A person uploads a new file. */
export async function uploadFile(
  control: ControlClient,
  client: ChaosClient,
  { number, folder, isDamaged }: UploadAction,
  seed: number,
): Promise<KnownFile> {
  const whole = await image(seed * 100_003 + number)
  const content = isDamaged ? await brokenImage() : whole
  const name = `asset-${Math.floor(number / filesOfOneName)}.${isDamaged ? 'jpg' : 'png'}`
  const folderId = folderOf(client, folder)
  const uploaded = await control.upload({ userId: client.personId, folderId, name, content })
  return { ...uploaded, number, client, folder, changes: 0 }
}

/** A person changes a file of theirs, wherever it is by now. */
export async function changeFile(control: ControlClient, file: KnownFile, kind: FileChange): Promise<void> {
  const { fileId, client, number } = file
  const home = folderOf(client, file.folder)
  file.changes += 1
  switch (kind) {
    case 'newVersion': {
      const content = await image(Number(fileId.slice(-6)) * 31 + file.changes)
      await control.uploadVersion({ userId: client.personId, fileId, content })
      return
    }
    case 'trash':
      return control.trash(fileId)
    case 'trashAndRestore':
      await control.trash(fileId)
      return control.restore(fileId)
    case 'rename':
      return control.move({ id: fileId, name: `renamed-${number}-${file.changes}.png` })
    case 'outAndBack':
      await control.move({ id: fileId, parentId: client.elsewhere })
      return control.move({ id: fileId, parentId: home })
    case 'dragBack':
      return control.move({ id: fileId, parentId: home })
    case 'dragToOther':
      file.folder = (file.folder + 1) % client.dropFolders.length
      return control.move({ id: fileId, parentId: folderOf(client, file.folder) })
  }
}

function folderOf({ dropFolders }: ChaosClient, folder: number): string {
  return dropFolders[folder] ?? ''
}
