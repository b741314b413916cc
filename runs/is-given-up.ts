import { status } from '@grpc/grpc-js'
import { type Client, isGrpcServiceError } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

import { type Upload, workflowIdFor } from '../workflows/contract'
import { attributeOf } from './find-run'
import { describeExecution } from './list-executions'
import { readPayload } from './read-payload'

const { WORKFLOW_EXECUTION_STATUS_COMPLETED: completed } = proto.api.enums.v1.WorkflowExecutionStatus
const { HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT: closeEvent } = proto.api.enums.v1.HistoryEventFilterType

/**
 * True when a person abandoned or cancelled the newest run of this version and Box refused the tag that says
 * so. Without a run in Temporal, the tag alone counts. A result that cannot be read counts as not given up:
 * one check too many is better than a file that nobody checks.
 */
export async function isGivenUp(
  temporal: Client,
  upload: Pick<Upload, 'clientId' | 'fileId' | 'versionId'>,
): Promise<boolean> {
  const workflowId = workflowIdFor(upload)
  try {
    const { workflowExecutionInfo: info } = await describeExecution(temporal, workflowId)
    const state = attributeOf(info ?? {}, 'QcState')
    if (info?.status !== completed || (state !== 'abandoned' && state !== 'cancelled')) return false
    return await isUnmarked(temporal, workflowId)
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === status.NOT_FOUND) return false
    throw error
  }
}

async function isUnmarked(temporal: Client, workflowId: string): Promise<boolean> {
  const { history } = await temporal.workflowService.getWorkflowExecutionHistory({
    namespace: temporal.options.namespace,
    execution: { workflowId },
    historyEventFilterType: closeEvent,
  })
  const [payload] = history?.events?.at(-1)?.workflowExecutionCompletedEventAttributes?.result?.payloads ?? []
  const result = await readPayload(temporal, payload, 'result')
  if (!('value' in result) || typeof result.value !== 'object' || result.value === null) return false
  return Reflect.get(result.value, 'isUnmarked') === true
}
