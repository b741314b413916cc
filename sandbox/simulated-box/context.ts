import { Deliveries } from './deliveries/deliveries'
import { Events } from './deliveries/events'
import { checkDeliveryMap } from './deliveries/post'
import { AnswerCapture } from './http/answer-capture'
import { Downloads } from './http/downloads'
import { Faults } from './http/faults'
import { RateLimiter } from './http/rate-limits'
import { RequestLog } from './http/request-log'
import { Tokens } from './http/tokens'
import { defaults } from './options'
import type { SimulatedBoxOptions } from './options'
import { Access } from './rules/access'
import { NameReservations } from './rules/names'
import type { OpenedState } from './state/open-state'
import type { Store } from './state/store'
import { UploadSessions } from './state/upload-sessions'
import { ItemViews } from './views/items'

/** The parts of one simulated Box, for routes and control alike. */
export interface SimulatedBoxContext {
  state: OpenedState
  store: Store
  access: Access
  names: NameReservations
  views: ItemViews
  deliveries: Deliveries
  events: Events
  tokens: Tokens
  /** Assertion ids that were used; each is valid once. */
  usedAssertions: Set<string>
  /** Versions of which a thumbnail was asked: Box makes it after the first call. */
  askedThumbnails: Set<string>
  downloads: Downloads
  sessions: UploadSessions
  limiter: RateLimiter
  faults: Faults
  log: RequestLog
  capture: AnswerCapture
  switches: { firesOnNewVersion: boolean; honoursIfMatch: boolean; maxDirectUploadBytes: number }
  /** Filled in when the origins listen. */
  addresses: { apiUrl: string; uploadUrl: string; downloadUrl: string; pageUrl: string; controlUrl: string }
}

export function createContext(state: OpenedState, options: SimulatedBoxOptions): SimulatedBoxContext {
  const { store } = state
  const access = new Access(store)
  const views = new ItemViews(store, access)
  const clock = { ...defaults.clock, ...options.clock }
  const deliveries = new Deliveries(store, {
    clock,
    deliveryMap: checkDeliveryMap(options.deliveryMap ?? {}),
  })
  return {
    state,
    store,
    access,
    views,
    deliveries,
    names: new NameReservations(store),
    events: new Events(store, views, access, deliveries),
    tokens: new Tokens(options.tokenLifetimeSeconds ?? defaults.tokenLifetimeSeconds),
    usedAssertions: new Set(),
    askedThumbnails: new Set(),
    downloads: new Downloads(options.downloadUrlLifetimeSeconds ?? defaults.downloadUrlLifetimeSeconds),
    sessions: new UploadSessions(state.contents),
    limiter: new RateLimiter(options.rateLimits),
    faults: new Faults(),
    log: new RequestLog(),
    capture: new AnswerCapture(options.captureFile),
    switches: {
      firesOnNewVersion: options.firesOnNewVersion ?? false,
      honoursIfMatch: options.honoursIfMatch ?? true,
      maxDirectUploadBytes: options.maxDirectUploadBytes ?? defaults.maxDirectUploadBytes,
    },
    addresses: { apiUrl: '', uploadUrl: '', downloadUrl: '', pageUrl: '', controlUrl: '' },
  }
}
