import { Client, Connection } from '@temporalio/client'
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'

import { workflowType } from '../../workflows/contract'
import type { Running } from '../installation/installation'
import type { Sample } from '../samples/samples'
import { arrive, type Arrival } from './arrive'
import { Follower, type Stage } from './follower'
import { isAsExpected, outcomeOf, skippedBecause, type UploadOutcome } from './outcome-of'
import { padded, shortened } from './shortened'
import { SkippedFiles } from './skipped-files'

export interface DemoResult {
  uploads: UploadOutcome[]
  isAllAsExpected: boolean
}

interface Followed {
  arrival: Arrival
  follower: Follower
  stage: Stage
}

const fileName = defineSearchAttributeKey('QcFile', SearchAttributeType.KEYWORD)
const lookAroundMs = 1_000

/** Uploads the samples as a client would, and follows their runs. */
export class Demo {
  private followed: Followed[] = []

  private constructor(
    private readonly running: Running,
    private readonly temporal: Client,
    private readonly say: (line: string) => void,
  ) {}

  static async open(running: Running, say: (line: string) => void): Promise<Demo> {
    const connection = await Connection.connect({ address: running.description.temporalAddress })
    return new Demo(running, new Client({ connection }), say)
  }

  async close(): Promise<void> {
    await this.temporal.connection.close()
  }

  /** Resolves when every sample has ended, parked or been skipped. */
  async show(samples: Sample[], signal: AbortSignal): Promise<DemoResult> {
    for (const sample of samples.filter(({ isStuckFirst }) => isStuckFirst))
      await this.setReportsRole(sample.client, 'viewer')
    for (const sample of samples) {
      const arrival = await arrive(this.running, sample)
      this.followed.push({
        arrival,
        follower: this.follower(arrival.workflowId, arrival.name),
        stage: 'unborn',
      })
    }
    await Promise.all(
      this.followed.map(async (one) => {
        one.stage = await one.follower.until(this.isSettled(one.arrival), signal)
        if (one.stage === 'unborn')
          this.say(
            `${shortName(one.arrival.name)} ${skippedBecause(one.arrival.sample.client, one.arrival.name)}`,
          )
      }),
    )
    return this.result()
  }

  /** As a person would: corrects the role, then retries the parked runs with the product's own command. */
  async playOperator(signal: AbortSignal): Promise<DemoResult> {
    for (const one of this.stuck()) {
      await this.setReportsRole(one.arrival.sample.client, 'editor')
      this.say(`${shortName(one.arrival.name)} operator makes the service account Editor of REPORTS`)
      await this.running.admin('runs', 'retry', one.arrival.workflowId)
      this.say(`${shortName(one.arrival.name)} operator types admin-cli runs retry ${one.arrival.fileId}`)
      one.stage = await one.follower.until((stage) => stage === 'closed', signal)
    }
    return this.result()
  }

  /** The samples that are meant to get stuck, and did. */
  stuck(): Followed[] {
    return this.followed.filter(
      ({ arrival, stage }) => arrival.sample.isStuckFirst === true && stage === 'parked',
    )
  }

  /** Follows the parked runs and every file that is dropped into Box, until the signal. */
  async followOn(signal: AbortSignal): Promise<void> {
    const known = new Set(this.followed.map(({ arrival }) => arrival.workflowId))
    const follow = (follower: Follower) =>
      follower.until((stage) => stage === 'closed', signal).catch(() => undefined)
    for (const { follower, stage } of this.followed) if (stage === 'parked') void follow(follower)
    const startedAt = new Date().toISOString()
    const skipped = new SkippedFiles(
      await this.running.control.deliveries(),
      this.running.description.clients,
    )
    while (!signal.aborted) {
      const query = `WorkflowType='${workflowType}' AND StartTime > '${startedAt}'`
      for await (const { workflowId, typedSearchAttributes } of this.temporal.workflow.list({ query })) {
        if (known.has(workflowId)) continue
        known.add(workflowId)
        void follow(this.follower(workflowId, typedSearchAttributes.get(fileName) ?? workflowId))
      }
      for (const { name, client } of skipped.found(await this.running.control.deliveries(), known))
        this.say(`${shortName(name)} ${skippedBecause(client, name)}`)
      await new Promise((resolve) => setTimeout(resolve, lookAroundMs))
    }
  }

  private follower(workflowId: string, name: string): Follower {
    return new Follower(this.temporal.workflow.getHandle(workflowId), (line) =>
      this.say(`${shortName(name)} ${line}`),
    )
  }

  /**
   * Skipped: Box had delivered the upload with success, and Temporal then had no run for it.
   */
  private isSettled({ fileId }: Arrival): (stage: Stage) => Promise<boolean> {
    let wasDelivered = false
    return async (stage) => {
      if (stage !== 'unborn') return stage !== 'running'
      if (wasDelivered) return true
      const deliveries = await this.running.control.deliveries()
      wasDelivered = deliveries.some(({ sourceId, state }) => sourceId === fileId && state === 'delivered')
      return false
    }
  }

  private async setReportsRole(client: string, role: 'viewer' | 'editor'): Promise<void> {
    const { control, description, serviceAccountId } = this.running
    const folderId = description.clients[client]?.reportsFolderId
    if (folderId === undefined) throw new Error(`there is no client ${client}`)
    await control.setRole({ folderId, userId: serviceAccountId, role })
  }

  private async result(): Promise<DemoResult> {
    const uploads = await Promise.all(
      this.followed.map(({ arrival, stage }) => outcomeOf(this.running, this.temporal, arrival, stage)),
    )
    const isAllAsExpected = this.followed.every(({ arrival }, index) => {
      const found = uploads[index]
      return found !== undefined && isAsExpected(arrival, found)
    })
    return { uploads, isAllAsExpected }
  }
}

/** The column of the name in a line. */
function shortName(name: string): string {
  return `  ${padded(shortened(name, 34), 34)}`
}
