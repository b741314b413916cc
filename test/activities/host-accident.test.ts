import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { createActivities } from '../../activities'
import { HostAccident } from '../../quality-control/probes/host-accident'
import { type ActivityWorld, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
beforeEach(async () => {
  world = await openActivityWorld()
})
afterEach(() => world.close())

it('after an accident of the host nothing is judged or cached; the next attempt probes again', async () => {
  const upload = await world.put('hero.png', png)
  const probe = () => Promise.reject(new HostAccident('ffmpeg was ended from outside (SIGKILL)'))
  const unlucky = createActivities({ ...world.deps, media: { ...world.deps.media, probe } })
  const error: unknown = await perform(unlucky.preflight, upload, undefined).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(HostAccident)
  // Temporal tries every other Error again.
  expect(error).not.toHaveProperty('nonRetryable', true)
  const facts = join(world.dataDir, 'facts')
  expect(existsSync(facts) ? readdirSync(facts) : []).toEqual([])

  const plan = await perform(world.activities.preflight, upload, undefined)
  expect(plan.rejection).toBeUndefined()
  expect(world.probes).toHaveLength(1)
})
