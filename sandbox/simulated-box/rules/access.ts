import { rootId } from '../state/model'
import type { Collaboration, Folder, Item, Role } from '../state/model'
import type { Store } from '../state/store'
import { apiErrors } from './api-error'

export type Right = 'see' | 'preview' | 'download' | 'upload' | 'edit' | 'invite' | 'own'

/** Box's table of collaboration roles: https://support.box.com/hc/en-us/articles/360044196413 */
const rightsOf: Record<Role, readonly Right[]> = {
  owner: ['see', 'preview', 'download', 'upload', 'edit', 'invite', 'own'],
  'co-owner': ['see', 'preview', 'download', 'upload', 'edit', 'invite', 'own'],
  editor: ['see', 'preview', 'download', 'upload', 'edit', 'invite'],
  'viewer uploader': ['see', 'preview', 'download', 'upload'],
  'previewer uploader': ['see', 'preview', 'upload'],
  viewer: ['see', 'preview', 'download'],
  previewer: ['see', 'preview'],
  uploader: ['see', 'upload'],
}

/**
 * Who may do what. A role on a folder applies to everything below it. For each right, the strongest role
 * counts.
 */
export class Access {
  constructor(private readonly store: Store) {}

  rights(userId: string, item: Item): Set<Right> {
    const chain = [item, ...this.store.ancestorsOf(item)]
    const rights = new Set<Right>(item.ownerId === userId ? rightsOf.owner : [])
    for (const collaboration of this.store.collaborations.values()) {
      if (collaboration.userId !== userId || !chain.some((link) => concerns(collaboration, link))) continue
      for (const right of rightsOf[collaboration.role]) rights.add(right)
    }
    return rights
  }

  has(userId: string, item: Item, right: Right): boolean {
    return this.rights(userId, item).has(right)
  }

  /**
   * 404 when the user does not see the item, 403 when the role is too low, `trashed` when it is in the
   * trash.
   */
  require<T extends Item>(
    userId: string,
    item: T | undefined,
    right: Right,
    options: { mayBeTrashed?: boolean } = {},
  ): T {
    if (!item || !this.has(userId, item, 'see')) throw apiErrors.notFound()
    if (!options.mayBeTrashed && this.store.isTrashed(item)) throw apiErrors.trashed()
    if (!this.has(userId, item, right)) throw apiErrors.forbidden()
    return item
  }

  /** A folder to put something into. `0` is the user's own root, where everybody may. */
  requireParent(userId: string, parentId: string, right: Right): Folder | undefined {
    if (parentId === rootId) return undefined
    return this.require(userId, this.store.folder(parentId), right)
  }

  /** What an item put into this folder belongs to: the folder's owner. */
  ownerFor(userId: string, parent: Folder | undefined): string {
    return parent ? parent.ownerId : userId
  }

  /** A collaborator's view ends at the topmost folder that they may see, which appears in their root. */
  visibleAncestors(userId: string, item: Item): Folder[] {
    return this.store.ancestorsOf(item).filter((folder) => this.has(userId, folder, 'see'))
  }

  /** Everything in the user's own root: what the user owns there, and what others share. */
  rootItems(userId: string): Item[] {
    return [...this.store.items.values()].filter((item) => {
      if (!this.has(userId, item, 'see')) return false
      const parent = this.store.folder(item.parentId)
      return !parent || !this.has(userId, parent, 'see')
    })
  }
}

function concerns(collaboration: Collaboration, item: Item): boolean {
  return collaboration.itemType === item.type && collaboration.itemId === item.id
}
