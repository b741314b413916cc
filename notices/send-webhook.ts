import { createHmac } from 'node:crypto'

import type { Notice } from '../workflows/contract'
import { postJson } from './post-json'

/** Sends a notice by the Standard Webhooks specification: https://www.standardwebhooks.com */
export async function sendWebhook(
  { address, secret }: { address: string; secret: string },
  { id, type, at, ...data }: Notice,
  signal?: AbortSignal,
): Promise<void> {
  const body = JSON.stringify({ type, timestamp: at, data })
  const seconds = Math.floor(Date.now() / 1000)
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf(secret, { id, seconds, body }),
  }
  await postJson({ address, headers, body }, signal)
}

/** `v1,` and the HMAC-SHA256 in base64. The secret is base64 too, with or without `whsec_` before it. */
export function signatureOf(
  secret: string,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}
