import { randomUUID } from 'node:crypto'

import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'

import { quantile } from './callers'
import type { Figures } from './figures'
import { closed, type Installed, uploadSmall, withInstallation } from './installed'
import { stepTimes } from './step-times'

const uploadsAPair = 5

/** One small image from the start of its run to its close, over a bare workflow of five empty activities. */
export function benchUpload(folder: string, pairs: number): Promise<Figures> {
  return withInstallation(folder, async (installed) => {
    Runtime.install({ logger: new DefaultLogger('ERROR') })
    const address = installed.running.description.temporalAddress
    const connection = await NativeConnection.connect({ address })
    const worker = await Worker.create({
      connection,
      taskQueue: 'bare',
      workflowsPath: require.resolve('./five-activities'),
      activities: { empty: () => Promise.resolve() },
    })
    try {
      return await worker.runUntil(() => measure(installed, pairs * uploadsAPair))
    } finally {
      await connection.close()
    }
  })
}

async function measure(installed: Installed, uploads: number): Promise<Figures> {
  const ours: number[] = []
  const bare: number[] = []
  const runs: string[] = []
  for (let number = -2; number < uploads; number += 1) {
    const workflowId = await uploadSmall(installed, 'acme', number + 2)
    const [upload, workflow] = [lasted(await closed(installed, workflowId)), await lastedBare(installed)]
    // The first ones start children and connections.
    if (number < 0) continue
    runs.push(workflowId)
    ours.push(upload)
    bare.push(workflow)
  }
  const ratios = ours.map((ms, index) => ms / (bare[index] ?? Number.NaN))
  return {
    ratio: quantile(ratios, 0.5),
    notes: {
      uploadMs: quantile(ours, 0.5),
      bareMs: quantile(bare, 0.5),
      ...(await stepTimes(installed, runs)),
    },
  }
}

async function lastedBare(installed: Installed): Promise<number> {
  const workflowId = `bare-${randomUUID()}`
  await installed.temporal.workflow.start('fiveActivities', { workflowId, taskQueue: 'bare' })
  return lasted(await closed(installed, workflowId))
}

function lasted({ fromMs, toMs }: { fromMs: number; toMs: number }): number {
  return toMs - fromMs
}
