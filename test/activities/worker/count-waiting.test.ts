import { countWaiting } from '../../../activities/worker/count-waiting'
import { openWorld } from '../../support/workflow-world'

test('counts on the real server the tasks that wait for a host, and none once they are done', async () => {
  const world = await openWorld()
  try {
    const hostQueue = world.host('away')
    world.fakes.download = async () => ({ hostQueue })
    const waiting = () => countWaiting(world.client.workflowService, 'default', hostQueue)
    await expect(waiting()).resolves.toBe(0)
    const runs = await Promise.all([world.start(), world.start()])
    while ((await waiting()) !== 2) await new Promise((resolve) => setTimeout(resolve, 100))
    await world.startWorker(hostQueue)
    for (const run of runs) await run.result()
    while ((await waiting()) !== 0) await new Promise((resolve) => setTimeout(resolve, 100))
  } finally {
    await world.stop()
  }
})
