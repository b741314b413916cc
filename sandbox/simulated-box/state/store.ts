import { rootId } from './model'
import type {
  App,
  Collaboration,
  Delivery,
  File,
  FileVersion,
  Folder,
  Item,
  State,
  User,
  Webhook,
} from './model'

/** First number per kind: as long as Box's own ids of that kind. */
const firstNumbers = {
  folder: 311_000_000_101,
  file: 1_790_000_000_211,
  version: 1_969_000_000_307,
  user: 39_000_000_401,
  app: 2_100_503,
}
const otherFirstNumbers = {
  ...{ webhook: 3_210_000_607, collaboration: 58_000_000_701, delivery: 1, comment: 611_000_809 },
}
const allFirstNumbers = { ...firstNumbers, ...otherFirstNumbers }
const deliveriesKept = 200
export type IdKind = keyof typeof allFirstNumbers

/** Everything Box knows, with its indexes. Lives as long as the simulated Box. */
export class Store {
  readonly users = new Map<string, User>()
  readonly apps = new Map<string, App>()
  readonly items = new Map<string, Item>()
  readonly collaborations = new Map<string, Collaboration>()
  readonly webhooks = new Map<string, Webhook>()
  readonly deliveries = new Map<string, Delivery>()
  readonly enterpriseId: string
  private readonly counters: Record<string, number>
  private readonly children = new Map<string, Set<string>>()
  private readonly listeners: (() => void)[] = []

  constructor(state: State) {
    this.enterpriseId = state.enterpriseId
    this.counters = { ...state.counters }
    for (const user of state.users) this.users.set(user.id, user)
    for (const app of state.apps) this.apps.set(app.id, app)
    for (const item of [...state.folders, ...state.files]) this.putItem(item)
    for (const collaboration of state.collaborations) this.collaborations.set(collaboration.id, collaboration)
    for (const webhook of state.webhooks) this.webhooks.set(webhook.id, webhook)
    for (const delivery of state.deliveries) this.deliveries.set(delivery.eventId, delivery)
  }

  /** Called after each change: the snapshot and the page listen. */
  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  changed(): void {
    for (const listener of this.listeners) listener()
  }

  nextId(kind: IdKind): string {
    const number = this.counters[kind] ?? allFirstNumbers[kind]
    // An odd step, so that ids look as unrelated as Box's.
    this.counters[kind] = number + (kind === 'delivery' ? 1 : 7 + (number % 13))
    return String(number)
  }

  putItem(item: Item): void {
    const before = this.items.get(item.id)
    if (before) this.children.get(before.parentId)?.delete(item.id)
    this.items.set(item.id, item)
    const siblings = this.children.get(item.parentId) ?? new Set<string>()
    siblings.add(item.id)
    this.children.set(item.parentId, siblings)
  }

  /** Moves within the index; setting `parentId` elsewhere breaks the look-up of children. */
  reparent(item: Item, parentId: string): void {
    this.children.get(item.parentId)?.delete(item.id)
    item.parentId = parentId
    this.putItem(item)
  }

  removeItem(item: Item): void {
    this.children.get(item.parentId)?.delete(item.id)
    this.items.delete(item.id)
  }

  file(id: string): File | undefined {
    const item = this.items.get(id)
    return item?.type === 'file' ? item : undefined
  }

  folder(id: string): Folder | undefined {
    const item = this.items.get(id)
    return item?.type === 'folder' ? item : undefined
  }

  childrenOf(parentId: string): Item[] {
    return [...(this.children.get(parentId) ?? [])].flatMap((id) => this.items.get(id) ?? [])
  }

  /** From the item's parent up to the one below the root. */
  ancestorsOf(item: Item): Folder[] {
    const ancestors: Folder[] = []
    for (let parent = this.folder(item.parentId); parent; parent = this.folder(parent.parentId))
      ancestors.push(parent)
    return ancestors
  }

  /** An item is in the trash with its folder. */
  isTrashed(item: Item): boolean {
    return item.trashedAt !== null || this.ancestorsOf(item).some((folder) => folder.trashedAt !== null)
  }

  /** The active item of that name; case does not matter. In the root, names are unique per owner. */
  childNamed(parentId: string, ownerId: string, name: string): Item | undefined {
    const wanted = name.toLowerCase()
    return this.childrenOf(parentId).find(
      (item) =>
        item.trashedAt === null &&
        item.name.toLowerCase() === wanted &&
        (parentId !== rootId || item.ownerId === ownerId),
    )
  }

  userByLogin(login: string): User | undefined {
    return [...this.users.values()].find((user) => user.login === login)
  }

  snapshot(): State {
    const items = [...this.items.values()]
    return {
      enterpriseId: this.enterpriseId,
      counters: this.counters,
      users: [...this.users.values()],
      apps: [...this.apps.values()],
      folders: items.filter((item) => item.type === 'folder'),
      files: items.filter((item) => item.type === 'file'),
      collaborations: [...this.collaborations.values()],
      webhooks: [...this.webhooks.values()],
      deliveries: this.deliveriesToKeep(),
    }
  }

  /** All pending ones, and the latest of the others, so that a snapshot does not grow forever. */
  private deliveriesToKeep(): Delivery[] {
    const all = [...this.deliveries.values()]
    const oldest = all.length - deliveriesKept
    return all.filter((delivery, index) => delivery.state === 'pending' || index >= oldest)
  }
}

export function currentVersion(file: File): FileVersion {
  const version = file.versions.at(-1)
  if (!version) throw new Error(`file ${file.id} has no version: the state is broken`)
  return version
}
