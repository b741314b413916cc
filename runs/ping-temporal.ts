import type { Client } from '@temporalio/client'

import { withTimeout } from './with-timeout'

/** Resolves when Temporal answers for our namespace within `timeoutMs`. */
export async function pingTemporal(client: Client, timeoutMs = 2000): Promise<void> {
  const abort = new AbortController()
  const { namespace } = client.options
  const work = client.withAbortSignal(abort.signal, () =>
    client.workflowService.describeNamespace({ namespace }),
  )
  try {
    await withTimeout(timeoutMs, work, () => new Error(`Temporal did not answer within ${timeoutMs} ms`))
  } finally {
    abort.abort()
  }
}
