import type {
  CreatedApp,
  FaultHandle,
  FaultOrderBody,
  HoldHandle,
  SeedOrder,
  TreeItem,
  Upload,
  Uploaded,
} from './control/control-types'
import { createControlApi, defaultTimeoutMs } from './control/control-api'
import type { Disturbances } from './deliveries/deliveries'
import type { Clock } from './deliveries/schedule'
import type { FaultMatch } from './http/faults'
import type { RateLimits } from './http/rate-limits'
import type { RequestEntry } from './http/request-log'
import type { Delivery, Role, Webhook } from './state/model'

export type {
  CreatedApp,
  FaultHandle,
  FaultOrderBody,
  HoldHandle,
  SeedOrder,
  TreeItem,
  Uploaded,
} from './control/control-types'
export type { RequestEntry } from './http/request-log'
export type { Delivery, Webhook } from './state/model'

/** The control API of a simulated Box, typed. Each call throws with Box's or the control API's own words. */
export class ControlClient {
  private readonly api

  constructor(readonly controlUrl: string) {
    this.api = createControlApi(controlUrl)
  }

  /** Users, folders, roles. Safe to repeat: existing items keep their ids. */
  seed(order: SeedOrder): Promise<{ users: Record<string, string>; folders: Record<string, string> }> {
    return this.api.call('POST', '/seed', order)
  }

  /** A person uploads a new file, through the API. */
  upload(upload: Upload & { folderId: string; name: string }): Promise<Uploaded> {
    return this.api.upload(upload, { user: upload.userId, folder: upload.folderId, name: upload.name })
  }

  /** A person uploads a new version. */
  uploadVersion(upload: Upload & { fileId: string }): Promise<Uploaded> {
    const query: Record<string, string> = { user: upload.userId, file: upload.fileId }
    return this.api.upload(upload, upload.name === undefined ? query : { ...query, name: upload.name })
  }

  /** Into the trash / back / elsewhere, by the owner, through the API. */
  trash(id: string): Promise<void> {
    return this.api.call('POST', '/trash', { id })
  }

  restore(id: string): Promise<void> {
    return this.api.call('POST', '/restore', { id })
  }

  /** Every access token that was issued since the start. */
  issuedTokens(): Promise<string[]> {
    return this.api.call('GET', '/tokens')
  }

  /** Moves the times of a file or folder into the past. */
  age(id: string, days: number): Promise<void> {
    return this.api.call('POST', '/age', { id, days })
  }

  move(order: { id: string; parentId?: string; name?: string }): Promise<void> {
    return this.api.call('POST', '/move', order)
  }

  /** `role: null` takes the role away. */
  setRole(order: { folderId: string; userId: string; role: Exclude<Role, 'owner'> | null }): Promise<void> {
    return this.api.call('PUT', '/roles', order)
  }

  /** The next `times` attempts at this name get `name_temporarily_reserved`. */
  reserveName(order: { parentId: string; name: string; times: number }): Promise<void> {
    return this.api.call('POST', '/names/reserve', order)
  }

  /** Everything below a folder (absent: everything), regardless of roles. */
  tree(folderId?: string): Promise<TreeItem[]> {
    return this.api.call('GET', `/tree${folderId === undefined ? '' : `?folder=${folderId}`}`)
  }

  content(fileId: string, versionId?: string): Promise<Buffer> {
    return this.api.download(
      `/files/${fileId}/content${versionId === undefined ? '' : `?version=${versionId}`}`,
    )
  }

  /**
   * An access token of that user, as after a sign-in: a service account through its own application, a
   * person through Box's web app (which has no webhooks), or through the named application.
   */
  async token(userId: string, appId?: string): Promise<string> {
    const { accessToken } = await this.api.call<{ accessToken: string }>('POST', '/token', { userId, appId })
    return accessToken
  }

  async fault(order: FaultOrderBody): Promise<FaultHandle> {
    const { id } = await this.api.call<{ id: string }>('POST', '/faults', order)
    return {
      id,
      fired: async ({ count = 1, timeoutMs = defaultTimeoutMs } = {}) => {
        const { fired } = await this.api.call<{ fired: number }>(
          'GET',
          `/faults/${id}?count=${count}&wait=${timeoutMs}`,
        )
        if (fired < count)
          throw new Error(
            `fault ${JSON.stringify(order)} met ${fired} of ${count} requests within ${timeoutMs} ms`,
          )
      },
      clear: () => this.api.call('DELETE', `/faults/${id}`),
    }
  }

  clearFaults(): Promise<void> {
    return this.api.call('DELETE', '/faults')
  }

  async hold(
    order: FaultMatch & { at: 'before' | 'after'; afterCalls?: number; times?: number },
  ): Promise<HoldHandle> {
    const { id } = await this.api.call<{ id: string }>('POST', '/faults', { ...order, kind: 'hold' })
    return {
      id,
      reached: async ({ count = 1, timeoutMs = defaultTimeoutMs } = {}) => {
        const { reached } = await this.api.call<{ reached: RequestEntry[] }>(
          'GET',
          `/holds/${id}?count=${count}&wait=${timeoutMs}`,
        )
        if (reached.length < count)
          throw new Error(
            `hold ${JSON.stringify(order)}: ${reached.length} of ${count} requests arrived within ` +
              `${timeoutMs} ms`,
          )
        return reached
      },
      release: (options = {}) => this.api.call('POST', `/holds/${id}/release`, options),
    }
  }

  /** In the order in which Box decided. */
  async requests(after = 0): Promise<RequestEntry[]> {
    const { requests } = await this.api.call<{ requests: RequestEntry[] }>('GET', `/requests?after=${after}`)
    return requests
  }

  /** The first request that fits, now or within the time. */
  async waitForRequest(
    fits: (request: RequestEntry) => boolean,
    options: { after?: number; timeoutMs?: number } = {},
  ): Promise<RequestEntry> {
    const query = `/requests?after=${options.after ?? 0}`
    return this.api.waitFor(query, 'requests', fits, options.timeoutMs)
  }

  async deliveries(after = 0): Promise<Delivery[]> {
    const { deliveries } = await this.api.call<{ deliveries: Delivery[] }>(
      'GET',
      `/deliveries?after=${after}`,
    )
    return deliveries
  }

  async waitForDelivery(
    fits: (delivery: Delivery) => boolean,
    options: { timeoutMs?: number } = {},
  ): Promise<Delivery> {
    return this.api.waitFor('/deliveries?after=0', 'deliveries', fits, options.timeoutMs)
  }

  disturbDeliveries(disturbances: Partial<Disturbances>): Promise<void> {
    return this.api.call('PUT', '/deliveries/disturbances', disturbances)
  }

  /** The same event once more, with a new delivery id. */
  redeliver(eventId: string): Promise<void> {
    return this.api.call('POST', `/deliveries/${eventId}/redeliver`)
  }

  /** Sends all pending ones now. */
  deliverAll(): Promise<void> {
    return this.api.call('POST', '/deliveries/deliver-all')
  }

  async webhooks(): Promise<Webhook[]> {
    const { webhooks } = await this.api.call<{ webhooks: Webhook[] }>('GET', '/webhooks')
    return webhooks
  }

  /** Box removes a webhook by itself and sends WEBHOOK.DELETED to its address. */
  removeWebhook(id: string, reason = 'auto_cleanup'): Promise<void> {
    return this.api.call('POST', `/webhooks/${id}/remove`, { reason })
  }

  noActiveSession(webhookId: string): Promise<void> {
    return this.api.call('POST', `/webhooks/${webhookId}/no-active-session`)
  }

  /** The headers of a delivery of this body, with valid signatures. */
  async sign(order: { body: string; timestamp?: string; appId?: string }): Promise<Record<string, string>> {
    const { headers } = await this.api.call<{ headers: Record<string, string> }>('POST', '/sign', order)
    return headers
  }

  setClock(clock: Partial<Clock>): Promise<void> {
    return this.api.call('PUT', '/clock', clock)
  }

  setDeliveryMap(map: Record<string, string>): Promise<void> {
    return this.api.call('PUT', '/delivery-map', map)
  }

  /** One key at a time, as in Box's console. */
  setKey(order: ({ primaryKey: string } | { secondaryKey: string }) & { appId?: string }): Promise<void> {
    return this.api.call('PUT', '/keys', order)
  }

  /** `notReadyDownloads`: so many content requests get 202 first. `rateLimits: true` = Box's figures. */
  setSwitches(switches: {
    firesOnNewVersion?: boolean
    honoursIfMatch?: boolean
    maxDirectUploadBytes?: number
    notReadyDownloads?: number
    rateLimits?: boolean | Partial<RateLimits>
  }): Promise<void> {
    return this.api.call('PUT', '/switches', switches)
  }

  /** Of one user, or of everybody. */
  expireTokens(userId?: string): Promise<void> {
    return this.api.call('POST', '/tokens/expire', { userId })
  }

  /** A second application with a service account and keys of its own. */
  createApp(order: { name: string }): Promise<CreatedApp> {
    return this.api.call('POST', '/apps', order)
  }

  setApp(
    appId: string,
    changes: { writesFiles?: boolean; managesWebhooks?: boolean; isAuthorized?: boolean },
  ): Promise<void> {
    return this.api.call('PUT', `/apps/${appId}`, changes)
  }
}
