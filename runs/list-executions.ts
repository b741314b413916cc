import { type Client, ServiceError } from '@temporalio/client'
import type { temporal as proto } from '@temporalio/proto'

import { messageOf } from '../workflows/text'

export type Execution = proto.api.workflow.v1.IWorkflowExecutionInfo

/**
 * The workflows that fit a list filter, the newest first, as Temporal stores them. The SDK's own list decodes
 * every memo and ends at the first one that it cannot read: one run under a retired key would hide all
 * others.
 */
export async function* listExecutions(
  { workflowService, options: { namespace } }: Client,
  query: string,
  pageSize: number,
): AsyncGenerator<Execution> {
  let nextPageToken: Uint8Array | undefined
  do {
    const request = { namespace, query, pageSize, nextPageToken }
    const page = await workflowService.listWorkflowExecutions(request).catch((cause: unknown) => {
      if (!(cause instanceof Error)) throw cause
      throw new ServiceError(`Temporal did not list runs: ${messageOf(cause)}`, { cause })
    })
    yield* page.executions
    nextPageToken = page.nextPageToken
  } while (nextPageToken.length > 0)
}

export function workflowIdOf({ execution }: Execution): string {
  return execution?.workflowId ?? ''
}

/** The newest execution of a workflow id, undecoded. Throws the gRPC error NOT_FOUND when there is none. */
export async function describeExecution(
  { workflowService, options: { namespace } }: Client,
  workflowId: string,
): Promise<proto.api.workflowservice.v1.IDescribeWorkflowExecutionResponse> {
  return workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } })
}
