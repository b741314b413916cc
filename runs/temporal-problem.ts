import type { Connection } from '@temporalio/client'

import { searchAttributeProblem } from '../workflows/search-attributes'
import { messageOf } from '../workflows/text'
import { plainGrpc } from './plain-grpc'
import { withTimeout } from './with-timeout'

/** What keeps Temporal from storing our runs, in one sentence; undefined when nothing does. */
export async function temporalProblem(
  { address, namespace, connection }: { address: string; namespace: string; connection: Connection },
  timeoutMs = 2000,
): Promise<string | undefined> {
  const abort = new AbortController()
  const where = `Temporal at ${address} (namespace ${namespace})`
  const work = connection.withAbortSignal(abort.signal, () => namespaceProblem(connection, namespace))
  try {
    const problem = await withTimeout(timeoutMs, work, () => new Error(`no answer within ${timeoutMs} ms`))
    return problem && `${where}: ${problem}`
  } catch (error) {
    return `${where}: ${plainGrpc(messageOf(error))}`
  } finally {
    abort.abort()
  }
}

async function namespaceProblem(connection: Connection, namespace: string): Promise<string | undefined> {
  await connection.workflowService.describeNamespace({ namespace })
  return searchAttributeProblem(connection.operatorService, namespace)
}
