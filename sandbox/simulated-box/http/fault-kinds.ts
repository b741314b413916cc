import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { apiErrors, boxErrors } from '../rules/api-error'
import type { ApiError } from '../rules/api-error'
import { isObject, optionalText, requiredText } from './json'
import type { JsonObject } from './json'
import { optionalNumber, optionalTextMap } from './values'

/** `before`: Box has not looked at the request. `after`: Box has applied it. */
export type Phase = 'before' | 'after'

export interface CannedAnswer {
  status: number
  headers?: Record<string, string>
  /** Absent: Box's own error body for that status. */
  body?: unknown
  /** A page of HTML instead of JSON. */
  html?: string
}

export interface Release {
  then: 'answer' | 'reset'
  applyAnyway: boolean
}

/** A reset connection, no answer at all, or this answer. */
export type Ending = 'reset' | 'hang' | CannedAnswer | ApiError

/** The request that a fault affects. */
export interface MetRequest {
  isGone(): boolean
  /** Waits until a test releases the fault. */
  hold(): Promise<Release>
}

export interface FaultBehaviour {
  phase: Phase
  /** How the request ends because of the fault; undefined: it continues. */
  meet?(request: MetRequest): Ending | Promise<Ending | undefined>
  /** Changes the bytes that a download sends. The headers stay, so the client has to notice by itself. */
  changeDownload?(source: Readable, response: ServerResponse): Readable
  /** Changes the bytes that Box receives. */
  changeUpload?(request: IncomingMessage): Transform
}

/** The table of faults. An entry has everything about one fault. */
const faultKinds = {
  answer: faultKind(cannedAnswer, (answer) => ({ phase: 'before', meet: () => answer })),
  appliedAnswer: faultKind(cannedAnswer, (answer) => ({ phase: 'after', meet: () => answer })),
  error: faultKind(errorOrder, (order) => ({ phase: 'before', meet: () => errorOf(order) })),
  reset: faultKind(noSettings, () => ({ phase: 'before', meet: () => 'reset' })),
  appliedReset: faultKind(noSettings, () => ({ phase: 'after', meet: () => 'reset' })),
  hang: faultKind(noSettings, () => ({ phase: 'before', meet: () => 'hang' })),
  appliedHang: faultKind(noSettings, () => ({ phase: 'after', meet: () => 'hang' })),
  wrongBytes: faultKind(noSettings, () => ({
    phase: 'before',
    changeDownload: (source) => source.pipe(invertBytes()),
  })),
  cutBody: faultKind(position, ({ afterBytes }) => ({
    phase: 'before',
    changeDownload: (source, response) => source.pipe(stopAfter(afterBytes, () => void cut(response))),
  })),
  stallBody: faultKind(position, ({ afterBytes }) => ({
    phase: 'before',
    changeDownload: (source) => source.pipe(stopAfter(afterBytes)),
  })),
  cutUpload: faultKind(position, ({ afterBytes }) => ({
    phase: 'before',
    // The cut waits for one turn of the event loop, so that the bytes before it arrive.
    changeUpload: (request) =>
      stopAfter(afterBytes, () => setImmediate(() => request.socket.resetAndDestroy())),
  })),
  stallUpload: faultKind(position, ({ afterBytes }) => ({
    phase: 'before',
    changeUpload: () => stopAfter(afterBytes),
  })),
  hold: faultKind(holdPhase, ({ at }) => ({
    phase: at,
    meet: async (request) => {
      const release = await request.hold()
      const isDropped = at === 'before' && request.isGone() && !release.applyAnyway
      return release.then === 'reset' || isDropped ? 'reset' : undefined
    },
  })),
}

type Kinds = typeof faultKinds
export type FaultKindName = keyof Kinds
/** The order of a fault: its kind and the settings of that kind. */
export type FaultAction = { [K in FaultKindName]: { kind: K } & ReturnType<Kinds[K]['read']> }[FaultKindName]

/** The behaviour that an order asks for. Throws a 400 that names what is wrong with it. */
export function faultBehaviour(order: JsonObject): FaultBehaviour & { kind: FaultKindName } {
  const name = requiredText(order, 'kind')
  if (!isKindName(name)) {
    throw apiErrors.badRequest('kind', `expected one of ${Object.keys(faultKinds).join(', ')}.`, name)
  }
  return { kind: name, ...faultKinds[name].create(order) }
}

function isKindName(name: string): name is FaultKindName {
  return Object.hasOwn(faultKinds, name)
}

function faultKind<Settings>(
  read: (order: JsonObject) => Settings,
  behave: (settings: Settings) => FaultBehaviour,
) {
  return { read, create: (order: JsonObject) => behave(read(order)) }
}

function noSettings(): object {
  return {}
}

function position(order: JsonObject): { afterBytes: number } {
  return { afterBytes: optionalNumber(order, 'afterBytes') ?? 0 }
}

function holdPhase(order: JsonObject): { at: Phase } {
  return { at: optionalText(order, 'at') === 'before' ? 'before' : 'after' }
}

function cannedAnswer(order: JsonObject): CannedAnswer {
  const { body } = order
  if (body !== undefined && !isObject(body)) throw apiErrors.badRequest('body', 'expected an object.', body)
  return {
    status: statusOf(order),
    headers: optionalTextMap(order, 'headers'),
    body,
    html: optionalText(order, 'html'),
  }
}

interface ErrorOrder {
  /** One of `boxErrors`, or any other one together with its status. */
  code: string
  status?: number
}

function errorOrder(order: JsonObject): ErrorOrder {
  const code = requiredText(order, 'code')
  return Object.hasOwn(boxErrors, code) ? { code } : { code, status: statusOf(order) }
}

function errorOf({ code, status }: ErrorOrder): ApiError {
  return apiErrors.coded(code, status)
}

function statusOf(order: JsonObject): number {
  const status = optionalNumber(order, 'status')
  if (status === undefined || status < 200 || status > 599)
    throw apiErrors.badRequest('status', 'expected an HTTP status.', status)
  return status
}

function invertBytes(): Transform {
  const invert = (chunk: Buffer) => Buffer.from(chunk.map((byte) => byte ^ 0xff))
  return new Transform({ transform: (chunk: Buffer, _encoding, done) => done(null, invert(chunk)) })
}

/** Passes the first bytes on, then calls `stop` and stalls. */
function stopAfter(bytes: number, stop: () => void = () => undefined): Transform {
  let rest = bytes
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const part = chunk.subarray(0, rest)
      rest -= part.length
      if (part.length > 0) this.push(part)
      // Never calling `done` again is what stalls the body.
      if (rest > 0) done()
      else stop()
    },
  })
}

/** Lets the bytes before the cut reach the client. */
async function cut(response: ServerResponse): Promise<void> {
  if (response.writableLength > 0) await Promise.race([once(response, 'drain'), wait(50)])
  await wait(20)
  response.req.socket.destroy()
}
