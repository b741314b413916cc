import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type ScheduleOptions,
} from '@temporalio/client'

import type * as scheduled from '../workflows/scheduled'
import { type NoticeChannel, noticeChannels, noticeKinds } from '../workflows/contract'
import type { PruneInput } from '../workflows/scheduled/prune-reports'
import type { RaiseNoticesInput } from '../workflows/scheduled/raise-notices'
import type { SweepInput } from '../workflows/scheduled/sweep-incoming'

const minute = 60_000

/** The settings that schedules are made from. */
export interface ScheduleSettings {
  /** No address: no check. */
  webhooks: { address: string; isRepair: boolean }
  sweep: { intervalMinutes: number; maxStarts: number; maxBoxCalls: number; minAgeSeconds: number }
  /** 0: reports are kept. */
  reports: { retentionDays: number }
  notices: NoticeScheduleSettings
}

/** No way out: no notices. */
interface NoticeScheduleSettings extends Record<
  'webhookUrl' | 'slackUrl' | 'slackUrlFile' | 'smtpUrl' | 'smtpUrlFile',
  string
> {
  aboutParked: boolean
  aboutWebhooks: boolean
  aboutFailed: boolean
  groupMinutes: number
  quietMinutes: number
}

/** When each scheduled workflow runs, and with which input; undefined: not in this installation. */
const table: { [Name in ScheduledName]: (settings: ScheduleSettings) => Rounds<Name> | undefined } = {
  sweepIncoming: ({ sweep }) => ({ everyMs: sweep.intervalMinutes * minute, args: [sweepInput(sweep)] }),
  checkWebhooks: ({ webhooks }) =>
    webhooks.address === '' ? undefined : { everyMs: 15 * minute, args: [webhooks] },
  pruneReports: ({ reports: { retentionDays } }) =>
    retentionDays === 0
      ? undefined
      : { everyMs: 24 * 60 * minute, args: [pruneInput(retentionDays)], isDelayed: true },
  raiseNotices: ({ notices }) => {
    const input = noticesInput(notices)
    return input.channels.length === 0 || input.about.length === 0
      ? undefined
      : { everyMs: 2 * minute, args: [input] }
  },
}

export type ScheduledName = keyof typeof scheduled

interface Rounds<Name extends ScheduledName> {
  everyMs: number
  args: Parameters<(typeof scheduled)[Name]>
  /** The first round waits for the interval, so that a person can look first. Default: it starts at once. */
  isDelayed?: boolean
}

export interface Schedule extends Rounds<ScheduledName> {
  /** Of the schedule and of its workflows: unique in the namespace. */
  id: string
  workflowType: ScheduledName
}

/** The scheduled workflows of an installation; `admin-cli setup` creates and updates them. */
export function schedulesOf(taskQueue: string, settings: ScheduleSettings): Schedule[] {
  const schedules: Schedule[] = []
  let workflowType: ScheduledName
  for (workflowType in table) {
    const rounds = table[workflowType](settings)
    if (rounds !== undefined)
      schedules.push({ id: scheduledId(taskQueue, workflowType), workflowType, ...rounds })
  }
  return schedules
}

/** Removes the schedules of an earlier `setup` that these settings no longer have; returns their ids. */
export async function removeOtherSchedules(
  client: Client,
  taskQueue: string,
  settings: ScheduleSettings,
  { isDryRun = false } = {},
): Promise<string[]> {
  const removed: string[] = []
  let name: ScheduledName
  for (name in table) {
    if (table[name](settings) !== undefined) continue
    const id = scheduledId(taskQueue, name)
    if (await wasThere(client, id, isDryRun)) removed.push(id)
  }
  return removed
}

async function wasThere(client: Client, id: string, isKept: boolean): Promise<boolean> {
  try {
    const handle = client.schedule.getHandle(id)
    await (isKept ? handle.describe() : handle.delete())
    return true
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false
    throw error
  }
}

/** `qc-sweep-incoming` for sweepIncoming. */
export function scheduledId(taskQueue: string, name: ScheduledName): string {
  return `${taskQueue}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

export function sweepInput(settings: ScheduleSettings['sweep']): SweepInput {
  const { maxStarts, maxBoxCalls, minAgeSeconds } = settings
  return { isDryRun: false, maxStarts, maxBoxCalls, minAgeMs: minAgeSeconds * 1000 }
}

/** Gentle: 300 deletions a minute are less than a third of what Box allows one service account. */
export function pruneInput(olderThanDays: number): PruneInput {
  return { olderThanDays, isDryRun: false, maxDeletes: 300, maxBoxCalls: 1000 }
}

function noticesInput(settings: NoticeScheduleSettings): RaiseNoticesInput {
  const { webhookUrl, slackUrl, slackUrlFile, smtpUrl, smtpUrlFile } = settings
  const channels: Record<NoticeChannel, string> = {
    webhook: webhookUrl,
    slack: slackUrl + slackUrlFile,
    email: smtpUrl + smtpUrlFile,
  }
  const { aboutParked: parked, aboutWebhooks: webhook, aboutFailed: failed } = settings
  return {
    channels: noticeChannels.filter((channel) => channels[channel] !== ''),
    about: noticeKinds.filter((kind) => ({ parked, webhook, failed })[kind]),
    groupMs: settings.groupMinutes * minute,
    quietMs: settings.quietMinutes * minute,
  }
}

/** Creates the schedule, or gives an existing one these settings; a paused one stays paused. */
export async function ensureSchedule(
  client: Client,
  taskQueue: string,
  schedule: Schedule,
): Promise<'created' | 'updated'> {
  const options = optionsOf(taskQueue, schedule)
  try {
    await client.schedule.create({ ...options, state: { triggerImmediately: schedule.isDelayed !== true } })
    return 'created'
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
  }
  const { spec, action, policies } = options
  await client.schedule.getHandle(schedule.id).update(({ state }) => ({ spec, action, policies, state }))
  return 'updated'
}

/** Runs the scheduled check of the webhooks at once, or after the open one. Does nothing where it is off. */
export async function checkWebhooksNow(client: Client, taskQueue: string): Promise<void> {
  try {
    await client.schedule.getHandle(scheduledId(taskQueue, 'checkWebhooks')).trigger('BUFFER_ONE')
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error
  }
}

/** A round that lasts longer than the interval makes the next one wait, and missed rounds are not made up. */
function optionsOf(taskQueue: string, { id, everyMs, workflowType, args }: Schedule) {
  return {
    scheduleId: id,
    spec: { intervals: [{ every: everyMs }] },
    action: { type: 'startWorkflow', workflowType, workflowId: id, taskQueue, args },
    policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
  } as const satisfies ScheduleOptions
}
