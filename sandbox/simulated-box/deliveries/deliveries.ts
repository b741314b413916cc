import { setMaxListeners } from 'node:events'
import type { Delivery, Webhook } from '../state/model'
import type { Store } from '../state/store'
import { Changes } from '../http/changes'
import { localAddress, post } from './post'
import { retryDelayMs } from './schedule'
import type { Clock } from './schedule'
import { deliveryHeaders } from './signature'

/** How tests can disturb deliveries. `loseNext` and `reorderNext` are used up by the events that follow. */
export interface Disturbances {
  /** Nothing is sent until it is false again. */
  isPaused: boolean
  loseAll: boolean
  loseNext: number
  /** How many more copies of each event are sent, each with its own delivery id. */
  duplicates: number
  /** Holds this many events and then sends them in reverse order. */
  reorderNext: number
  delayMs: number
}

export interface DeliverySettings {
  clock: Clock
  deliveryMap: Record<string, string>
}

const calm: Disturbances = {
  isPaused: false,
  loseAll: false,
  loseNext: 0,
  duplicates: 0,
  reorderNext: 0,
  delayMs: 0,
}

/** Sends events to webhooks: signed, retried, and lost after the last try. Pending ones survive a restart. */
export class Deliveries {
  readonly changes = new Changes()
  readonly disturbances: Disturbances = { ...calm }
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private readonly waitingForOrder: Delivery[] = []
  private readonly stopping = new AbortController()
  private readonly sending = new Set<Promise<void>>()

  constructor(
    private readonly store: Store,
    readonly settings: DeliverySettings,
  ) {
    // One listener for each open delivery, so no limit fits.
    setMaxListeners(0, this.stopping.signal)
  }

  /** Continues with what an earlier process had not delivered. */
  resume(): void {
    for (const delivery of this.all()) if (delivery.state === 'pending') this.schedule(delivery, 0)
  }

  all(): Delivery[] {
    return [...this.store.deliveries.values()]
  }

  enqueue(
    webhook: Webhook,
    event: { eventId: string; trigger: string; sourceId: string | null; body: string },
  ): Delivery {
    const seq = Number(this.store.nextId('delivery'))
    const delivery: Delivery = {
      seq,
      ...event,
      appId: webhook.appId,
      webhookId: webhook.id,
      address: webhook.address,
      state: 'pending',
      tries: [],
    }
    this.store.deliveries.set(delivery.eventId, delivery)
    this.noteChange()
    this.release(delivery)
    return delivery
  }

  /** Changes the disturbances; deliveries that waited for them continue. */
  disturb(changes: Partial<Disturbances>): void {
    const wasPaused = this.disturbances.isPaused
    Object.assign(this.disturbances, changes)
    if (this.disturbances.reorderNext === 0) this.sendHeldInReverse()
    if (wasPaused && !this.disturbances.isPaused) this.deliverAll()
  }

  /** Sends everything pending now, without waiting for its next try. */
  deliverAll(): void {
    for (const delivery of this.all()) {
      if (delivery.state === 'pending' && !this.waitingForOrder.includes(delivery)) this.schedule(delivery, 0)
    }
  }

  /** Sends an event once more, as a duplicate: same body, new delivery id. */
  async redeliver(delivery: Delivery): Promise<void> {
    if (await this.attempt(delivery)) this.finish(delivery, 'delivered')
  }

  /** The clock was changed: waiting retries move to their new times. */
  reschedule(): void {
    for (const delivery of this.all()) {
      if (delivery.state === 'pending' && this.timers.has(delivery.eventId)) this.scheduleNext(delivery)
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.stopping.abort(new Error('the simulated Box is stopping'))
    await Promise.allSettled(this.sending)
  }

  private release(delivery: Delivery): void {
    if (this.disturbances.loseAll || this.disturbances.loseNext > 0) {
      this.disturbances.loseNext = Math.max(0, this.disturbances.loseNext - 1)
      this.finish(delivery, 'lost')
      return
    }
    if (this.disturbances.reorderNext === 0) {
      this.schedule(delivery, this.disturbances.delayMs)
      return
    }
    this.waitingForOrder.push(delivery)
    this.disturbances.reorderNext -= 1
    if (this.disturbances.reorderNext === 0) this.sendHeldInReverse()
  }

  /** One after the other, so that the order is exactly reversed. */
  private sendHeldInReverse(): void {
    const held = this.waitingForOrder.splice(0).reverse()
    const inTurn = async () => {
      for (const delivery of held) await this.tryOnce(delivery)
    }
    this.track(inTurn())
  }

  private schedule(delivery: Delivery, delayMs: number): void {
    clearTimeout(this.timers.get(delivery.eventId))
    const timer = setTimeout(() => {
      this.timers.delete(delivery.eventId)
      this.track(this.tryOnce(delivery))
    }, delayMs)
    this.timers.set(delivery.eventId, timer)
  }

  private async tryOnce(delivery: Delivery): Promise<void> {
    if (this.isStopping() || this.disturbances.isPaused || delivery.state !== 'pending') return
    if (delivery.trigger !== 'WEBHOOK.DELETED' && !this.store.webhooks.has(delivery.webhookId)) {
      this.finish(delivery, 'lost')
      return
    }
    const copies = delivery.tries.length === 0 ? this.disturbances.duplicates : 0
    const outcomes = await Promise.all(Array.from({ length: 1 + copies }, () => this.attempt(delivery)))
    if (this.isStopping()) return
    if (outcomes.some((isAccepted) => isAccepted)) {
      this.finish(delivery, 'delivered')
      return
    }
    this.scheduleNext(delivery)
  }

  private scheduleNext(delivery: Delivery): void {
    const delayMs = retryDelayMs(delivery.tries.length, this.settings.clock)
    if (delayMs === undefined) {
      this.finish(delivery, 'lost')
      return
    }
    this.schedule(delivery, delayMs)
  }

  private async attempt(delivery: Delivery): Promise<boolean> {
    const app = this.store.apps.get(delivery.appId)
    if (!app) return false
    const headers = deliveryHeaders(delivery.body, app)
    const started = Date.now()
    const result = await this.send(delivery, headers)
    if (this.isStopping()) return false
    const deliveryId = headers['box-delivery-id'] ?? ''
    delivery.tries.push({
      deliveryId,
      at: new Date(started).toISOString(),
      durationMs: Date.now() - started,
      ...result,
    })
    this.noteChange()
    return result.status !== undefined && result.status >= 200 && result.status < 300
  }

  private async send(
    delivery: Delivery,
    headers: Record<string, string>,
  ): Promise<{ status?: number; error?: string }> {
    const url = localAddress(delivery.address, this.settings.deliveryMap)
    if (url === undefined)
      return { error: `no route to ${new URL(delivery.address).origin}: it is not in the delivery map` }
    try {
      return {
        status: await post(
          url,
          headers,
          delivery.body,
          this.settings.clock.deliveryTimeoutMs,
          this.stopping.signal,
        ),
      }
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) }
    }
  }

  private finish(delivery: Delivery, state: 'delivered' | 'lost'): void {
    delivery.state = state
    this.noteChange()
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted
  }

  private noteChange(): void {
    this.store.changed()
    this.changes.bump()
  }

  private track(work: Promise<void>): void {
    this.sending.add(work)
    void work.finally(() => this.sending.delete(work))
  }
}
