import type { IncomingMessage } from 'node:http'

import { type AlertEvent, parseEvent, type UploadEvent } from './event'
import type { Logger } from './logger'
import type { GatewayMetrics } from './metrics'
import { printable } from '../workflows/text'
import { readBody } from './read-body'
import { Refusal } from './refusal'
import { type IncomingFolder, matchUpload } from '../runs/match-upload'
import { type SignatureKeys, verifySignature } from './signature'
import type { StartUpload } from '../runs/start-upload'

export interface DeliveryDeps {
  maxBodyBytes: number
  bodyTimeoutMs: number
  /** The keys as they are now. */
  signatureKeys: () => SignatureKeys
  /** The settings of an INCOMING folder as they are now; undefined for any other folder. */
  findIncomingFolder: (folderId: string) => (IncomingFolder & { problem?: string }) | undefined
  startUpload: StartUpload
  metrics: GatewayMetrics
  logger: Logger
  now: () => Date
}

/** The body of a 200. */
export interface DeliveryAnswer {
  result: 'started' | 'duplicate' | 'ignored' | 'alert'
  reason: string
  session?: string
}

/**
 * One delivery: raw bytes -> verified -> parsed -> matched -> started. Refuses by throwing. A signed delivery
 * that is not for us is answered with 200: a 4xx would make Box send it again for two hours and count against
 * the webhook's health.
 */
export function createReceiveDelivery(deps: DeliveryDeps) {
  return async (request: IncomingMessage): Promise<DeliveryAnswer> => {
    const body = await readBody(request, { maxBytes: deps.maxBodyBytes, timeoutMs: deps.bodyTimeoutMs })
    const key = verifySignature(request.headers, body, deps.signatureKeys(), deps.now())
    deps.metrics.keyMatches.inc({ key })
    const event = parseEvent(body)
    if (event.kind === 'alert') return warnOperators(deps, event)
    if (event.kind === 'upload') return receiveUpload(deps, event)
    deps.logger.info(
      { trigger: printable(event.trigger, 80) },
      'Box webhook: ignoring a trigger other than FILE.UPLOADED',
    )
    return { result: 'ignored', reason: 'trigger' }
  }
}

async function receiveUpload(deps: DeliveryDeps, event: UploadEvent): Promise<DeliveryAnswer> {
  const match = matchUpload(event, deps.findIncomingFolder)
  if ('ignored' in match) {
    const fields = { fileId: event.fileId, eventId: printable(event.eventId, 80) }
    if (match.ignored === 'unknown_folder') deps.logger.warn(fields, match.message)
    else deps.logger.info(fields, match.message)
    return { result: 'ignored', reason: match.ignored }
  }
  const { problem } = match.folder
  if (problem !== undefined)
    deps.logger.warn(
      { clientId: match.upload.clientId, problem },
      'Box webhook: configuration needs attention',
    )
  const { result, upload } = await deps.startUpload(match.upload).catch((cause: unknown) => {
    throw new Refusal('temporal_unavailable', 'the run could not be stored, please deliver again', { cause })
  })
  const { session, clientId, profileId, fileId } = upload
  if (result === 'started')
    deps.logger.info(
      {},
      `Box webhook: dispatching session=${session} client=${clientId} profile=${profileId} file_id=${fileId}`,
    )
  else
    deps.logger.info(
      { fileId, clientId, eventId: printable(event.eventId, 80) },
      'Box webhook: duplicate delivery, its run exists already',
    )
  return { result, reason: 'upload', session }
}

function warnOperators({ logger }: DeliveryDeps, { trigger, webhookId, reason }: AlertEvent): DeliveryAnswer {
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
  return { result: 'alert', reason: trigger }
}
