import { type Client, ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client'

import { choreWorkflows, type SweepInput } from '../workflows/chores'

export interface ChoreSchedule {
  /** Unique in the namespace: it begins with the base name of the task queues. */
  id: string
  everyMs: number
  workflowType: string
  args: unknown[]
}

const webhookCheckMs = 15 * 60_000

export interface ScheduleSettings {
  /** No address: no check. */
  webhooks: { address: string; isRepair: boolean }
  sweep: { intervalMinutes: number; maxStarts: number; maxBoxCalls: number; minAgeSeconds: number }
}

/** The scheduled workflows of an installation; `admin-cli setup` creates and updates them. */
export function schedulesOf(taskQueue: string, { sweep, webhooks }: ScheduleSettings): ChoreSchedule[] {
  const check = {
    id: `${taskQueue}-check-webhooks`,
    everyMs: webhookCheckMs,
    workflowType: choreWorkflows.checkWebhooks,
    args: [webhooks],
  }
  return [
    ...(webhooks.address === '' ? [] : [check]),
    {
      id: `${taskQueue}-sweep-incoming`,
      everyMs: sweep.intervalMinutes * 60_000,
      workflowType: choreWorkflows.sweepIncoming,
      args: [sweepInput(sweep)],
    },
  ]
}

export function sweepInput(settings: ScheduleSettings['sweep']): SweepInput {
  const { maxStarts, maxBoxCalls, minAgeSeconds } = settings
  return { isDryRun: false, maxStarts, maxBoxCalls, minAgeMs: minAgeSeconds * 1000 }
}

/** Creates the schedule, or gives an existing one these settings; a paused one stays paused. */
export async function ensureSchedule(
  client: Client,
  taskQueue: string,
  schedule: ChoreSchedule,
): Promise<'created' | 'updated'> {
  const options = optionsOf(taskQueue, schedule)
  try {
    await client.schedule.create({ ...options, state: { triggerImmediately: true } })
    return 'created'
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
  const { spec, action, policies } = options
  await client.schedule.getHandle(schedule.id).update(({ state }) => ({ spec, action, policies, state }))
  return 'updated'
}

/** A round that lasts longer than the interval makes the next one wait, and missed rounds are not made up. */
function optionsOf(taskQueue: string, { id, everyMs, workflowType, args }: ChoreSchedule) {
  return {
    scheduleId: id,
    spec: { intervals: [{ every: everyMs }] },
    action: { type: 'startWorkflow', workflowType, workflowId: id, taskQueue, args },
    policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
  } as const satisfies ScheduleOptions
}
