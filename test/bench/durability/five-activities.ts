import { proxyActivities } from '@temporalio/workflow'

const { empty } = proxyActivities<{ empty: () => Promise<void> }>({ startToCloseTimeout: '1 minute' })

/** The least that Temporal does for an upload of five steps. */
export async function fiveActivities(): Promise<void> {
  for (let step = 0; step < 5; step += 1) await empty()
}
