import type { FileFull, FolderFull, FolderMini, UserMini, WebLink } from 'box-node-sdk/schemas'

import type { BoxFile, BoxFolder, BoxItem } from './box'
import { BoxError } from './box-error'

/** The fields that every call asks for: with `fields`, Box leaves out all others. */
export const fileFields = [
  ...['id', 'type', 'etag', 'name', 'size', 'sha1', 'file_version', 'parent', 'path_collection'],
  ...['created_at', 'modified_at', 'created_by', 'modified_by', 'item_status', 'trashed_at', 'tags'],
  'description',
]
export const folderFields = [
  ...['id', 'type', 'name', 'path_collection'],
  ...['item_status', 'trashed_at', 'permissions'],
]

export function asBoxItem(item: FileFull | FolderMini | WebLink): BoxItem {
  if (item.type === 'file') return asBoxFile(item)
  if (item.type === 'folder') return asBoxFolder(item)
  return { type: 'web_link', id: item.id, name: item.name ?? '' }
}

export function asBoxFile(file: FileFull): BoxFile {
  const { name, size, sha1, fileVersion } = file
  if (name === undefined || size === undefined || sha1 === undefined || fileVersion === undefined) {
    throw new BoxError({
      kind: 'no_answer',
      message: `Box described file ${file.id} without its name, size, sha1 or version`,
    })
  }
  return {
    type: 'file',
    id: file.id,
    name,
    etag: file.etag ?? '',
    sizeBytes: size,
    sha1: sha1.toLowerCase(),
    versionId: fileVersion.id,
    modifiedAt: file.modifiedAt?.value.toISOString(),
    createdAt: file.createdAt?.value.toISOString(),
    createdById: file.createdBy?.id,
    modifiedBy: file.modifiedBy && personOf(file.modifiedBy),
    parentId: file.parent?.id,
    ancestors: ancestorsOf(file),
    isTrashed: isTrashed(file),
    description: file.description ?? '',
    tags: [...(file.tags ?? [])],
  }
}

export function asBoxFolder(folder: FolderFull | FolderMini): BoxFolder {
  const plain = { type: 'folder' as const, id: folder.id, name: folder.name ?? '' }
  if (!('pathCollection' in folder)) return { ...plain, ancestors: [], isTrashed: false }
  const { permissions } = folder
  return {
    ...plain,
    ancestors: ancestorsOf(folder),
    isTrashed: isTrashed(folder),
    permissions: permissions && {
      canUpload: permissions.canUpload,
      canRename: permissions.canRename,
      canDelete: permissions.canDelete,
      canDownload: permissions.canDownload,
    },
  }
}

function personOf({ id, name = '', login = '' }: UserMini) {
  return { id, name, login }
}

function ancestorsOf(item: FileFull | FolderFull) {
  return (item.pathCollection?.entries ?? []).map(({ id, name }) => ({ id, name: name ?? '' }))
}

function isTrashed({ itemStatus }: FileFull | FolderFull) {
  return itemStatus !== undefined && itemStatus !== 'active'
}
