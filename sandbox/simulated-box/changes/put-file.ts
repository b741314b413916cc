import type { ReceivedContent } from '../state/contents'
import type { File, FileVersion, Folder } from '../state/model'
import { rootId } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { touch } from './touch'

export interface NewContent {
  userId: string
  content: ReceivedContent
  contentCreatedAt?: string
  contentModifiedAt?: string
}

/**
 * Makes a file of bytes that arrived, and fires FILE.UPLOADED. The name was checked and is held by the
 * caller.
 */
export async function createFile(
  context: SimulatedBoxContext,
  parent: Folder | undefined,
  name: string,
  made: NewContent,
): Promise<File> {
  const { store } = context
  const version = await keepVersion(context, name, made)
  const now = version.createdAt
  const file: File = {
    ...{
      type: 'file',
      id: store.nextId('file'),
      name,
      parentId: parent?.id ?? rootId,
      ownerId: context.access.ownerFor(made.userId, parent),
    },
    ...{
      revision: 0,
      description: '',
      tags: [],
      createdAt: now,
      createdBy: made.userId,
      modifiedAt: now,
      modifiedBy: made.userId,
    },
    ...{ trashedAt: null, versions: [version] },
  }
  store.putItem(file)
  store.changed()
  context.events.fire('FILE.UPLOADED', file, made.userId)
  return file
}

/** Puts a new version on top; FILE.UPLOADED fires only when the switch says so. */
export async function addVersion(
  context: SimulatedBoxContext,
  file: File,
  name: string,
  made: NewContent,
): Promise<void> {
  const version = await keepVersion(context, name, made)
  file.versions.push(version)
  file.name = name
  touch(context, file, made.userId)
  if (context.switches.firesOnNewVersion) context.events.fire('FILE.UPLOADED', file, made.userId)
}

async function keepVersion(
  context: SimulatedBoxContext,
  name: string,
  made: NewContent,
): Promise<FileVersion> {
  const id = context.store.nextId('version')
  await context.state.contents.keep(made.content, id)
  const now = new Date().toISOString()
  return {
    ...{
      id,
      name,
      sha1: made.content.sha1,
      sizeBytes: made.content.sizeBytes,
      createdAt: now,
      createdBy: made.userId,
    },
    contentCreatedAt: made.contentCreatedAt ?? now,
    contentModifiedAt: made.contentModifiedAt ?? now,
  }
}
