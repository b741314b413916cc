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
  world: SimulatedBoxContext,
  parent: Folder | undefined,
  name: string,
  made: NewContent,
): Promise<File> {
  const { store } = world
  const version = await keepVersion(world, name, made)
  const now = version.createdAt
  const file: File = {
    ...{
      type: 'file',
      id: store.nextId('file'),
      name,
      parentId: parent?.id ?? rootId,
      ownerId: world.access.ownerFor(made.userId, parent),
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
  world.events.fire('FILE.UPLOADED', file, made.userId)
  return file
}

/** Puts a new version on top; FILE.UPLOADED fires only when the switch says so. */
export async function addVersion(
  world: SimulatedBoxContext,
  file: File,
  name: string,
  made: NewContent,
): Promise<void> {
  const version = await keepVersion(world, name, made)
  file.versions.push(version)
  file.name = name
  touch(world, file, made.userId)
  if (world.switches.firesOnNewVersion) world.events.fire('FILE.UPLOADED', file, made.userId)
}

async function keepVersion(world: SimulatedBoxContext, name: string, made: NewContent): Promise<FileVersion> {
  const id = world.store.nextId('version')
  await world.state.contents.keep(made.content, id)
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
