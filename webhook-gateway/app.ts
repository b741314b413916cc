import Koa, { type Context, type Next } from 'koa'

import type { Readiness } from './health'
import type { Logger } from './logger'
import { messagesOf, printable } from '../workflows/text'
import { discardBody } from './read-body'
import { createReceiveDelivery, type DeliveryDeps } from './receive-delivery'
import { Refusal } from './refusal'
import { createWrongSignatures, type WrongSignatures } from './wrong-signatures'

export interface GatewayDeps extends DeliveryDeps {
  webhookPath: string
  readiness: () => Promise<Readiness>
}

type Handler = (context: Context) => Promise<void> | void

/** The gateway as a Koa app; serve its `callback()`. */
export function createGateway(deps: GatewayDeps): Koa {
  const app = new Koa()
  app.on('error', (error: Error) =>
    deps.logger.error({ error: error.message }, 'Box webhook: the response could not be sent'),
  )
  const wrongSignatures = createWrongSignatures(deps.now)
  app.use(answerRefusals(deps, wrongSignatures))
  app.use(byPathAndMethod(routes(deps, wrongSignatures)))
  return app
}

/** Path -> method -> handler. */
function routes(
  { webhookPath, readiness, metrics, ...deps }: GatewayDeps,
  wrongSignatures: WrongSignatures,
): Map<string, Record<string, Handler>> {
  const receiveDelivery = createReceiveDelivery({ ...deps, metrics })
  const receive: Handler = async (context) => {
    const stopTimer = metrics.seconds.startTimer()
    const answer = await receiveDelivery(context.req)
    wrongSignatures.fitted()
    metrics.deliveries.inc({ result: answer.result, reason: answer.reason })
    stopTimer({ result: answer.result })
    context.body = answer
  }
  const health: Handler = (context) => {
    context.body = { status: 'ok' }
  }
  const ready: Handler = async (context) => {
    const { isReady, parts } = await readiness()
    context.status = isReady ? 200 : 503
    context.body = { isReady, ...parts, lastWrongSignature: wrongSignatures.last() }
  }
  const scrape: Handler = async (context) => {
    context.body = await metrics.registry.metrics()
    context.type = metrics.registry.contentType
  }
  return new Map<string, Record<string, Handler>>([
    [webhookPath, { POST: receive }],
    ['/healthz', { GET: health, HEAD: health }],
    ['/readyz', { GET: ready, HEAD: ready }],
    ['/metrics', { GET: scrape, HEAD: scrape }],
  ])
}

function byPathAndMethod(table: Map<string, Record<string, Handler>>) {
  return async (context: Context) => {
    const methods = table.get(context.path)
    if (methods === undefined) throw new Refusal('unknown_path', 'no such path')
    const handler = Object.hasOwn(methods, context.method) ? methods[context.method] : undefined
    if (handler !== undefined) return handler(context)
    const allowed = Object.keys(methods).join(', ')
    context.set('Allow', allowed)
    throw new Refusal('wrong_method', `expected ${allowed}`)
  }
}

/** Turns a refusal into a status, a counter and a log line. */
function answerRefusals({ metrics, logger }: GatewayDeps, wrongSignatures: WrongSignatures) {
  return async (context: Context, next: Next) => {
    try {
      await next()
    } catch (error) {
      const refusal =
        error instanceof Refusal
          ? error
          : new Refusal('internal_error', 'please deliver again', { cause: error })
      metrics.deliveries.inc({ result: 'refused', reason: refusal.reason })
      if (refusal.reason === 'wrong_signature') wrongSignatures.add(deliveryIdOf(context))
      logRefusal(logger, refusal, context)
      await discardBody(context.req)
      context.status = refusal.status
      context.body = { error: refusal.reason, detail: refusal.detail }
      // The unread rest of the body must not be parsed as the next request.
      if (!context.req.complete) context.set('Connection', 'close')
    }
  }
}

const verificationReasons = [
  'missing_header',
  'unsupported_version',
  'unsupported_algorithm',
  'malformed_timestamp',
  'stale_timestamp',
  'future_timestamp',
  'no_key',
  'wrong_signature',
]

function logRefusal(logger: Logger, { reason, detail, status, cause }: Refusal, context: Context) {
  const fields = { reason, detail, status, deliveryId: deliveryIdOf(context) }
  if (verificationReasons.includes(reason)) logger.warn(fields, 'Box webhook: signature verification failed')
  else if (status >= 500)
    logger.error(
      { ...fields, error: printable(messagesOf(cause), 500) },
      `Box webhook: refused, ${reason}; Box delivers again`,
    )
  else if (reason === 'unknown_path' || reason === 'wrong_method')
    logger.info(fields, `Box webhook: refused, ${reason}`)
  else logger.warn(fields, `Box webhook: refused, ${reason}`)
}

function deliveryIdOf(context: Context): string {
  return printable(context.get('box-delivery-id'), 64)
}
