import type { Client } from '@temporalio/client'
import type { Payload } from '@temporalio/common'

import { messageOf } from '../workflows/text'
import { DecryptError, encryptionKeyOf } from './payload-codec'

/** Why a part of a run cannot be read, and what to do. Each is text for a person. */
export interface Unreadable {
  reason: string
  whatToDo: string
}

export type ReadPayload = { value: unknown } | { unreadable: Unreadable }

/**
 * One payload, by the client's own codec and converter. Never throws: a payload under a retired key, or of
 * another program, must not hide the others. `what` names it in the reason, for example `memo`.
 */
export async function readPayload(
  { options }: Client,
  payload: Payload | null | undefined,
  what: string,
): Promise<ReadPayload> {
  if (payload === null || payload === undefined) return { value: undefined }
  const { payloadCodecs, payloadConverter } = options.loadedDataConverter
  const keyId = encryptionKeyOf(payload)
  if (keyId !== undefined && payloadCodecs.length === 0)
    return undecrypted(
      what,
      `it is encrypted with key ${JSON.stringify(keyId)}, and QC_PAYLOAD_KEY_FILE is not set`,
    )
  try {
    let payloads = [payload]
    for (const codec of [...payloadCodecs].reverse()) payloads = await codec.decode(payloads)
    const [decoded] = payloads
    return { value: decoded === undefined ? undefined : payloadConverter.fromPayload(decoded) }
  } catch (error) {
    return error instanceof DecryptError ? undecrypted(what, error.why) : malformed(what, messageOf(error))
  }
}

function undecrypted(what: string, why: string): ReadPayload {
  return {
    unreadable: {
      reason: `${what} cannot be decrypted: ${why}`,
      whatToDo:
        'Put the key back into the file that QC_PAYLOAD_KEY_FILE names, below the newest one, and restart ' +
        'all processes. If another installation started the run, give each a namespace of its own.',
    },
  }
}

export function malformed(what: string, why: string): { unreadable: Unreadable } {
  return {
    unreadable: {
      reason: `${what} is malformed: ${why}`,
      whatToDo: 'Another program may have started or changed the run. Open it in the Temporal Web UI.',
    },
  }
}
