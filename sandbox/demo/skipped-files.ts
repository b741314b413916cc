import type { Description } from '../installation/description'
import type { Delivery } from '../simulated-box/control-client'

export interface SkippedFile {
  name: string
  client: string
}

/** How often a delivered file is looked for before it counts as skipped: its run appears a moment later. */
const looks = 3

/** Finds the files that Box has delivered and that no run has taken. Looks at what comes after its making. */
export class SkippedFiles {
  private readonly lookedAt = new Map<string, number>()

  constructor(
    before: Delivery[],
    private readonly clients: Description['clients'],
  ) {
    for (const { eventId } of before) this.lookedAt.set(eventId, looks)
  }

  /** New ones only. */
  found(deliveries: Delivery[], workflowIds: ReadonlySet<string>): SkippedFile[] {
    const withRun = new Set(Array.from(workflowIds, (id) => id.split('/')[2]))
    return deliveries.flatMap(({ eventId, sourceId, state, body }) => {
      const count = this.lookedAt.get(eventId) ?? 0
      if (state !== 'delivered' || sourceId === null || count >= looks) return []
      this.lookedAt.set(eventId, withRun.has(sourceId) ? looks : count + 1)
      if (withRun.has(sourceId) || count + 1 < looks) return []
      return [{ name: nameIn(body), client: this.clientOf(body) }]
    })
  }

  private clientOf(body: string): string {
    const owner = Object.entries(this.clients).find(([, { incomingFolderId }]) =>
      body.includes(`"${incomingFolderId}"`),
    )
    return owner?.[0] ?? 'nobody'
  }
}

function nameIn(body: string): string {
  const event: unknown = JSON.parse(body)
  const source: unknown =
    typeof event === 'object' && event !== null ? Reflect.get(event, 'source') : undefined
  const name: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, 'name') : undefined
  return typeof name === 'string' ? name : 'a file'
}
