import { randomUUID } from 'node:crypto'

import { callInTurn, quantile } from './callers'
import type { Figures } from './figures'
import { closed, type Installed, uploadSmall, withInstallation } from './installed'

const uploadsAStage = 12

/**
 * Time of one upload beside so many closed and as many open runs, over its time beside a hundredth of them.
 */
export function benchRuns(folder: string, runs: number): Promise<Figures> {
  return withInstallation(folder, async (installed) => {
    await stage(installed)
    const notes: Record<string, number> = {}
    let present = 0
    for (const wanted of [Math.ceil(runs / 100), Math.ceil(runs / 10), runs]) {
      await addRuns(installed, wanted - present)
      present = wanted
      notes[`with${wanted}Ms`] = await stage(installed)
    }
    const [least = Number.NaN, ...more] = Object.values(notes)
    return { ratio: (more.at(-1) ?? Number.NaN) / least, notes }
  })
}

/** Runs of uploads on a queue without workers: half of them stay open, the others are terminated. */
async function addRuns({ temporal }: Installed, count: number): Promise<void> {
  const start = (workflowId: string) =>
    temporal.workflow.start('qcUpload', {
      workflowId,
      taskQueue: 'nobody-works-here',
      args: [{}],
      typedSearchAttributes: [{ key: { name: 'QcClient', type: 'KEYWORD' }, value: 'acme' }],
    })
  await callInTurn(count * 2, 16, async (index) => {
    const handle = await start(`bench-${randomUUID()}`)
    if (index % 2 === 0) await handle.terminate('closed for the bench')
  })
}

let number = 0

/** Median in ms from start to close. */
async function stage(installed: Installed): Promise<number> {
  const times: number[] = []
  for (let upload = 0; upload < uploadsAStage; upload += 1) {
    number += 1
    const { fromMs, toMs } = await closed(installed, await uploadSmall(installed, 'acme', number))
    times.push(toMs - fromMs)
  }
  return quantile(times, 0.5)
}
