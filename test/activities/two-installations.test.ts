import { createActivities } from '../../activities'
import { createStore } from '../../activities/store/create-store'
import type { Activities, Upload } from '../../workflows/contract'
import { textWith } from '../support/matchers'
import { type ActivityWorld, boxOf, openActivityWorld, perform, png } from '../support/activity-world'

/** Two installations on the folders of one client, each with a service account and a disk of its own. */
describe('two installations that get the same event', () => {
  let world: ActivityWorld
  let other: Activities
  beforeEach(async () => {
    world = await openActivityWorld()
    const { serviceAccountId: userId, jwtConfigFile } = await world.control.createApp({ name: 'dev' })
    for (const folderId of [world.incoming, world.reports])
      await world.control.setRole({ folderId, userId, role: 'editor' })
    const box = boxOf({ ...world.sim, jwtConfigFile })
    const store = createStore({ dataDir: `${world.dataDir}/other`, reserveBytes: 0, box })
    other = createActivities({ ...world.deps, box, store })
  })
  afterEach(() => world.close())

  async function judge(activities: Activities, upload: Upload) {
    const { rejection } = await perform(activities.download, upload, true)
    const plan = await perform(activities.preflight, upload, rejection)
    return perform(activities.checks, upload, plan)
  }

  async function file(activities: Activities, upload: Upload) {
    const receipt = await perform(activities.uploadReport, upload, await judge(activities, upload))
    return perform(activities.moveToProcessed, upload, receipt)
  }

  async function filesIn(folderId: string): Promise<string[]> {
    const items = await world.control.tree(folderId)
    const all = items.flatMap((item) => [item, ...(item.children ?? [])])
    return all.filter(({ type }) => type === 'file').map(({ name }) => name)
  }

  it('at the same time: one report, one move, and the one that comes second says so', async () => {
    const upload = await world.put('hero.png', png)
    const moves = await Promise.all([file(world.activities, upload), file(other, upload)])
    expect(moves.map(({ location }) => location).sort()).toEqual(['elsewhere', 'moved'])
    expect(await filesIn(world.reports)).toEqual([`QC_Report_${upload.session}_hero.png.html`])
    expect(await filesIn(world.incoming)).toEqual([`${upload.session}_hero.png`])
  })

  it('one after the other: the second one does nothing', async () => {
    const upload = await world.put('hero.png', png)
    await file(world.activities, upload)
    await expect(perform(other.download, upload, true)).resolves.toMatchObject({
      notNeeded: { outcome: 'duplicate' },
    })
  })

  it('and judge it differently: the second report is refused, and names the other installation', async () => {
    const upload = await world.put('hero.png', png)
    const report = await judge(other, upload)
    await perform(world.activities.uploadReport, upload, await judge(world.activities, upload))
    await expect(
      perform(other.uploadReport, upload, { ...report, score: 7, verdict: 'fail' }),
    ).rejects.toMatchObject({ type: 'report_name_taken', message: textWith('another installation') })
    expect(await filesIn(world.reports)).toHaveLength(1)
  })
})
