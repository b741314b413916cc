import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { createActivities } from '../../activities'
import type { Store } from '../../activities/store/create-store'
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

it('a clean-up that finds the disk full does not replace the real failure', async () => {
  const upload = await world.put('hero.png', png)
  const full = () => Promise.reject(new Error('ENOSPC: no space left on device'))
  const probe = () => Promise.reject(new HostAccident('ffmpeg was ended from outside (SIGKILL)'))
  const withFailing = (changes: Partial<Store>) =>
    createActivities({
      ...world.deps,
      store: { ...world.store, ...changes },
      media: { ...world.deps.media, probe },
    }).preflight
  const scratch = async () => ({ ...(await world.store.scratch()), remove: full })
  for (const failing of [{ release: full }, { scratch }])
    await expect(perform(withFailing(failing), upload, undefined)).rejects.toThrow(HostAccident)
})
