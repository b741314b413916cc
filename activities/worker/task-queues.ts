import type { DataConverter } from '@temporalio/common'
import type { NativeConnection, WorkerOptions } from '@temporalio/worker'

import type { Activities, queueNames } from '../../workflows/contract'
import { activitiesOn, type Queue } from '../../workflows/steps'
import type { deploymentOptions } from './deployment-options'
import { identityFor } from './pollers-seen-at'
import type { createSlotSupplier } from './slot-supplier'
import { workflowCode } from './workflow-code'
import { createWorkflowSlots } from './workflow-slots'

export interface TaskQueueOptions {
  connection: NativeConnection
  dataConverter: DataConverter
  namespace: string
  queues: ReturnType<typeof queueNames>
  hostQueue: string
  activities: Activities
  intake: ReturnType<typeof createSlotSupplier>
  settings: WorkerSettings
  isCpuBusy: () => boolean
  /** Of the main queue's worker. */
  deployment: ReturnType<typeof deploymentOptions>
}

interface WorkerSettings {
  /** Media that this host analyses at the same time. */
  ffmpegSlots: number
  /** Each of them can need a watch on this host while it is busy: an activity on the main queue. */
  maxUnfinishedAssets: number
  shutdownGraceMs: number
}

/** Calls to Box and questions to Temporal: short, so they are never all busy for long. */
const mainSlots = 50
/** Uploads of finished reports: a few seconds of Box's time each, and no work for this host. */
const reportSlots = 8
const cachedWorkflows = 500
/**
 * One thread runs all workflow code. Tasks beyond what keeps it busy wait in Temporal, which is fair between
 * clients, and not in this process, which is not.
 */
const workflowSlots = { atWork: 6, fromMainQueue: 2 }
/** Fewer than slots: a poll that waits holds a slot. */
const workflowPolls = 4
/** A cancellation comes with the answer to a heartbeat, so heartbeats go out often. */
const heartbeatThrottleMs = 3_000
/** After the grace time activities are cancelled; this long after it the process ends anyway. */
const forceMs = 15_000

/** One worker for each queue of the step table. */
export function workersOptions(options: TaskQueueOptions): Record<Queue, WorkerOptions> {
  const { connection, namespace, dataConverter, queues, hostQueue, activities, intake } = options
  const { ffmpegSlots, shutdownGraceMs } = options.settings
  const common = {
    connection,
    namespace,
    dataConverter,
    identity: identityFor(hostQueue),
    shutdownGraceTime: shutdownGraceMs,
    shutdownForceTime: shutdownGraceMs + forceMs,
    maxHeartbeatThrottleInterval: heartbeatThrottleMs,
  }
  return {
    main: {
      ...common,
      taskQueue: queues.main,
      activities: activitiesOn('main', activities),
      ...workflowCode(),
      ...options.deployment,
      maxCachedWorkflows: cachedWorkflows,
      maxConcurrentWorkflowTaskPolls: workflowPolls,
      tuner: mainTuner(options),
    },
    intake: {
      ...common,
      taskQueue: queues.intake,
      activities: activitiesOn('intake', activities),
      maxConcurrentActivityTaskPolls: 2,
      tuner: {
        activityTaskSlotSupplier: intake,
        workflowTaskSlotSupplier: oneSlot,
        localActivityTaskSlotSupplier: oneSlot,
        nexusTaskSlotSupplier: oneSlot,
      },
    },
    host: {
      ...common,
      taskQueue: hostQueue,
      activities: activitiesOn('host', activities),
      maxConcurrentActivityTaskExecutions: ffmpegSlots,
    },
    reports: {
      ...common,
      taskQueue: queues.reports(hostQueue),
      activities: activitiesOn('reports', activities),
      maxConcurrentActivityTaskExecutions: reportSlots,
    },
  }
}

function mainTuner({ settings, isCpuBusy }: TaskQueueOptions): WorkerOptions['tuner'] {
  const numSlots = mainSlots + settings.maxUnfinishedAssets
  return {
    workflowTaskSlotSupplier: createWorkflowSlots({ ...workflowSlots, isCpuBusy }),
    activityTaskSlotSupplier: { type: 'fixed-size', numSlots },
    localActivityTaskSlotSupplier: oneSlot,
    nexusTaskSlotSupplier: oneSlot,
  }
}

const oneSlot = { type: 'fixed-size', numSlots: 1 } as const
