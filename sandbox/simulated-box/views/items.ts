import { extname } from 'node:path'
import type { Access, Right } from '../rules/access'
import { rootId } from '../state/model'
import type { File, Folder, Item } from '../state/model'
import { currentVersion } from '../state/store'
import type { Store } from '../state/store'
import { boxDate, boxDateOrNull } from './dates'
import { selectFields } from './fields'
import type { View } from './fields'
import { userMini } from './users'

const mini = {
  file: ['type', 'id', 'file_version', 'sequence_id', 'etag', 'sha1', 'name'],
  folder: ['type', 'id', 'sequence_id', 'etag', 'name'],
}
const details = [
  'description',
  'size',
  'path_collection',
  'created_at',
  'modified_at',
  'trashed_at',
  'purged_at',
  'content_created_at',
]
const people = [
  'content_modified_at',
  'created_by',
  'modified_by',
  'owned_by',
  'shared_link',
  'parent',
  'item_status',
]
const standard = {
  file: [...mini.file, ...details, ...people],
  folder: [...mini.folder, ...details, ...people, 'folder_upload_email'],
}

/** How a user sees files and folders: paths begin at the user's root, with the user's permissions. */
export class ItemViews {
  constructor(
    private readonly store: Store,
    private readonly access: Access,
  ) {}

  /** A single file or folder, as `GET /files/:id` answers. */
  full(userId: string, item: Item, asked?: readonly string[]): View {
    return selectFields(this.all(userId, item), standard[item.type], asked)
  }

  /** An entry of a listing or of a conflict. */
  mini(userId: string, item: Item, asked?: readonly string[]): View {
    return selectFields(this.all(userId, item), mini[item.type], asked)
  }

  private all(userId: string, item: Item): View {
    const common = this.common(userId, item)
    return item.type === 'file'
      ? { ...common, ...this.fileOnly(userId, item) }
      : { ...common, ...this.folderOnly(userId, item) }
  }

  private common(userId: string, item: Item): View {
    const isTrashed = this.store.isTrashed(item)
    const ancestors = [rootMini(), ...this.access.visibleAncestors(userId, item).reverse().map(folderMini)]
    const path = isTrashed ? [trashMini] : ancestors
    return {
      type: item.type,
      id: item.id,
      etag: String(item.revision),
      sequence_id: String(item.revision),
      name: item.name,
      description: item.description,
      path_collection: { total_count: path.length, entries: path },
      created_at: boxDate(item.createdAt),
      modified_at: boxDate(item.modifiedAt),
      trashed_at: boxDateOrNull(this.trashedAt(item)),
      purged_at: null,
      created_by: userMini(this.store, item.createdBy),
      modified_by: userMini(this.store, item.modifiedBy),
      owned_by: userMini(this.store, item.ownerId),
      shared_link: null,
      parent: this.parent(userId, item),
      item_status: isTrashed ? 'trashed' : 'active',
      // Box's description has no empty list of tags.
      ...(item.tags.length === 0 ? {} : { tags: item.tags }),
      has_collaborations: this.isCollaborated(item),
      is_externally_owned: false,
    }
  }

  private fileOnly(userId: string, file: File): View {
    const version = currentVersion(file)
    const rights = this.access.rights(userId, file)
    return {
      file_version: { type: 'file_version', id: version.id, sha1: version.sha1 },
      sha1: version.sha1,
      size: version.sizeBytes,
      content_created_at: boxDate(version.contentCreatedAt),
      content_modified_at: boxDate(version.contentModifiedAt),
      version_number: String(file.versions.length),
      extension: extname(file.name).slice(1),
      comment_count: file.comments?.length ?? 0,
      is_package: false,
      uploader_display_name: this.store.users.get(version.createdBy)?.name ?? '',
      permissions: {
        ...permissions(rights),
        can_upload: rights.has('edit'),
        can_annotate: rights.has('edit'),
        can_comment: rights.has('preview'),
        can_preview: rights.has('preview'),
        can_view_annotations_all: rights.has('preview'),
        can_view_annotations_self: rights.has('preview'),
      },
    }
  }

  private folderOnly(userId: string, folder: Folder): View {
    const rights = this.access.rights(userId, folder)
    return {
      size: this.sizeOf(folder),
      content_created_at: boxDate(folder.createdAt),
      content_modified_at: boxDate(folder.modifiedAt),
      folder_upload_email: null,
      sync_state: 'not_synced',
      permissions: {
        ...permissions(rights),
        ...this.ownFolderPermissions(userId, folder),
        can_upload: rights.has('upload'),
      },
      allowed_invitee_roles: [
        'editor',
        'viewer',
        'previewer',
        'uploader',
        'previewer uploader',
        'viewer uploader',
        'co-owner',
      ],
    }
  }

  /** The folder that was shared is the owner's: an editor changes what is in it, not the folder itself. */
  private ownFolderPermissions(userId: string, folder: Folder): View {
    return this.mayChangeItself(userId, folder) ? {} : { can_delete: false, can_rename: false }
  }

  mayChangeItself(userId: string, folder: Folder): boolean {
    const parent = this.store.folder(folder.parentId)
    return (
      this.access.has(userId, folder, 'own') ||
      (parent !== undefined && this.access.has(userId, parent, 'edit'))
    )
  }

  private parent(userId: string, item: Item): View | null {
    const trashedParent = this.store.folder(item.parentId)
    if (item.trashedAt !== null && item.parentId !== rootId && !trashedParent) return null
    const [nearest] = this.access.visibleAncestors(userId, item)
    return nearest ? folderMini(nearest) : rootMini()
  }

  private trashedAt(item: Item): string | null {
    return (
      item.trashedAt ??
      this.store.ancestorsOf(item).find((folder) => folder.trashedAt !== null)?.trashedAt ??
      null
    )
  }

  private isCollaborated(item: Item): boolean {
    return [...this.store.collaborations.values()].some(
      ({ itemType, itemId }) => itemType === item.type && itemId === item.id,
    )
  }

  private sizeOf(folder: Folder): number {
    let bytes = 0
    for (const child of this.store.childrenOf(folder.id)) {
      bytes += child.type === 'file' ? currentVersion(child).sizeBytes : this.sizeOf(child)
    }
    return bytes
  }
}

const trashMini: View = { type: 'folder', id: '1', sequence_id: null, etag: null, name: 'Trash' }

export function rootMini(): View {
  return { type: 'folder', id: rootId, sequence_id: null, etag: null, name: 'All Files' }
}

function folderMini(folder: Folder): View {
  return {
    type: 'folder',
    id: folder.id,
    sequence_id: String(folder.revision),
    etag: String(folder.revision),
    name: folder.name,
  }
}

function permissions(rights: Set<Right>): View {
  return {
    can_delete: rights.has('edit'),
    can_download: rights.has('download'),
    can_invite_collaborator: rights.has('invite'),
    can_rename: rights.has('edit'),
    can_set_share_access: rights.has('own'),
    can_share: rights.has('download'),
    can_apply_watermark: false,
  }
}
