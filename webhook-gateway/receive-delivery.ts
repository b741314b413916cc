import type { IncomingMessage } from 'node:http'

import { type AlertEvent, parseEvent } from './event'
import type { GatewayMetrics } from './metrics'
import { printable } from '../workflows/text'
import { createByteBudget } from './byte-budget'
import { withBody } from './read-body'
import { type DeliveryAnswer, receiveUpload, type UploadDeps } from './receive-upload'
import { readSignatureHeaders, type SignatureKeys, verifySignature } from './signature'

export interface DeliveryDeps extends UploadDeps {
  maxBodyBytes: number
  /** Of all bodies that are being read at a time. */
  maxBytesInFlight: number
  bodyTimeoutMs: number
  /** The keys as they are now. */
  signatureKeys: () => SignatureKeys
  metrics: GatewayMetrics
  now: () => Date
  /** Called when Box says that it stops to deliver. Must not throw. */
  onAlert?: () => void
}

/**
 * One delivery: headers judged -> raw bytes -> verified -> parsed -> matched -> started. Refuses by throwing.
 * A signed delivery that is not for us is answered with 200: a 4xx would make Box send it again for two hours
 * and count against the webhook's health.
 */
export function createReceiveDelivery(deps: DeliveryDeps) {
  const limits = {
    maxBytes: deps.maxBodyBytes,
    timeoutMs: deps.bodyTimeoutMs,
    budget: createByteBudget(deps.maxBytesInFlight),
  }
  return async (request: IncomingMessage): Promise<DeliveryAnswer> => {
    const keys = deps.signatureKeys()
    const headers = readSignatureHeaders(request.headers, keys, deps.now())
    const event = await withBody(request, limits, (body) => {
      deps.metrics.keyMatches.inc({ key: verifySignature(headers, body, keys) })
      return parseEvent(body)
    })
    if (event.kind === 'alert') return warnOperators(deps, event)
    if (event.kind === 'upload') return receiveUpload(deps, event, { eventId: printable(event.eventId, 80) })
    deps.logger.info(
      { trigger: printable(event.trigger, 80) },
      'Box webhook: ignoring a trigger other than FILE.UPLOADED',
    )
    return { result: 'ignored', reason: 'trigger' }
  }
}

function warnOperators(
  { logger, onAlert }: DeliveryDeps,
  { trigger, webhookId, reason }: AlertEvent,
): DeliveryAnswer {
  const fields = { trigger, webhookId: printable(webhookId, 80), reason: printable(reason, 80) }
  if (trigger === 'NO_ACTIVE_SESSION')
    logger.error(
      fields,
      'Box webhook: NO_ACTIVE_SESSION, Box no longer accepts our ' +
        'application: authorize it again in the Box Admin Console',
    )
  else
    logger.error(
      fields,
      'Box webhook: WEBHOOK.DELETED, Box removed a webhook: ' +
        'register it again with admin-cli register-all-clients',
    )
  onAlert?.()
  return { result: 'alert', reason: trigger }
}
