import { createActivities } from '../../activities'
import type { StartedRun } from '../../workflows/scheduled/check-webhooks'
import { type ActivityWorld, openActivityWorld, perform } from '../support/activity-world'

const address = 'https://qc.example.com/box/webhook'

describe('checkWebhooks', () => {
  let world: ActivityWorld
  const check = (isRepair = false) => perform(world.activities.checkWebhooks, { address, isRepair })

  beforeEach(async () => {
    world = await openActivityWorld()
    const folder = { clientId: 'acme', profileId: 'static_general', mode: 'active', extensions: ['png'] }
    Object.assign(world.deps.sweep, {
      incomingFolders: () => [{ ...folder, folderId: world.incoming }],
    })
  })
  afterEach(() => world.close())

  it('reports a missing webhook, creates it when allowed, and is then content', async () => {
    expect(await check()).toMatchObject({ checked: 1, wrong: 1, repaired: 0 })
    expect(world.lines).toContain('webhook of acme: there is no webhook of this application')
    expect(await check(true)).toMatchObject({ wrong: 1, repaired: 1 })
    expect(await check()).toEqual({ checked: 1, wrong: 0, repaired: 0, problems: [] })
  })

  it('reports an altered address, and corrects it when allowed', async () => {
    const other = 'https://other.example.com/box/webhook'
    const { id } = await world.box.webhooks.create({
      folderId: world.incoming,
      address: other,
      triggers: ['FILE.UPLOADED'],
    })
    expect(await check()).toMatchObject({
      problems: [{ clientId: 'acme', message: `webhook ${id} points to ${other}, expected ${address}` }],
    })
    await check(true)
    expect(await world.box.webhooks.get(id)).toMatchObject({ address })
  })

  describe('a webhook that is right', () => {
    let runs: StartedRun[]
    const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000
    const found = (arrivedMinutesAgo: number, more: Partial<StartedRun> = {}): StartedRun => ({
      ...{ workflowId: 'qc/acme/1/2', runId: 'r', origin: 'sweep', incomingFolderId: world.incoming },
      ...{ startedAtMs: minutesAgo(arrivedMinutesAgo - 5) },
      arrivedAt: new Date(minutesAgo(arrivedMinutesAgo)).toISOString(),
      ...more,
    })

    beforeEach(async () => {
      await world.box.webhooks.create({ folderId: world.incoming, address, triggers: ['FILE.UPLOADED'] })
      runs = []
      const { list, get, ...others } = world.box.webhooks
      const madeLongAgo = async (id: string) => ({
        ...(await get(id)),
        createdAt: new Date(minutesAgo(3_000)).toISOString(),
      })
      const box = { ...world.box, webhooks: { ...others, list, get: madeLongAgo } }
      Object.assign(world.deps, { box })
      Object.assign(world.deps.sweep, { startedRuns: async () => runs })
      world = { ...world, activities: createActivities(world.deps) }
    })

    it('is silent when the sweep found three files and Box delivered none; it is made again', async () => {
      runs = [found(10), found(20), found(30)]
      const [before] = await world.control.webhooks()
      expect(await check()).toMatchObject({
        problems: [{ kind: 'silent', message: expect.stringContaining('delivered none of 3 files') }],
      })
      expect(await world.metrics()).toContain('qc_webhook_problems_total{kind="silent"} 1')
      expect(await check(true)).toMatchObject({ wrong: 1, repaired: 1 })
      const [after, ...more] = await world.control.webhooks()
      expect(more).toEqual([])
      expect(after).toMatchObject({ address, targetId: world.incoming })
      expect(after?.id).not.toBe(before?.id)
    })

    it.each<[string, () => StartedRun[]]>([
      ['two files only', () => [found(10), found(20)]],
      ['a delivery after them', () => [found(20), found(30), found(40), found(0, { origin: 'event' })]],
      ['files of another INCOMING', () => [1, 2, 3].map((at) => found(at, { incomingFolderId: '7' }))],
      ['files of a back-fill, which are old', () => [1, 2, 3].map((at) => found(2_000 + at))],
      ['runs without a known arrival', () => [1, 2, 3].map((at) => found(at, { arrivedAt: undefined }))],
    ])('is not silent for %s', async (_what, story) => {
      runs = story()
      expect(await check()).toMatchObject({ wrong: 0 })
    })

    it('is slow, not silent, when the deliveries come after the sweep', async () => {
      runs = [found(10), found(20), found(30)]
      Object.assign(world.deps.sweep, { wasDelivered: async () => true })
      expect(await check()).toMatchObject({ wrong: 0 })
    })
  })

  it('is not silent when it was made after the files came', async () => {
    await world.box.webhooks.create({ folderId: world.incoming, address, triggers: ['FILE.UPLOADED'] })
    const arrivedAt = new Date(Date.now() - 60_000).toISOString()
    const run = { workflowId: 'w', runId: 'r', startedAtMs: 1, origin: 'sweep', arrivedAt }
    Object.assign(world.deps.sweep, {
      startedRuns: async () => [1, 2, 3].map(() => ({ ...run, incomingFolderId: world.incoming })),
    })
    expect(await check()).toMatchObject({ wrong: 0 })
  })

  it('reports an application that Box no longer accepts, which Box calls NO_ACTIVE_SESSION', async () => {
    await world.control.setApp(world.sim.appId, { isAuthorized: false })
    await world.control.expireTokens()
    expect(await check(true)).toMatchObject({
      ...{ wrong: 1, repaired: 0 },
      problems: [{ kind: 'session', message: expect.stringContaining('Authorize the application again') }],
    })
    expect(await world.metrics()).toContain('qc_webhook_problems_total{kind="session"} 1')
  })

  it.each([
    ['another trigger', ['FILE.DELETED']],
    ['one trigger more: Box would also deliver downloads', ['FILE.UPLOADED', 'FILE.DOWNLOADED']],
  ])('reports and corrects altered triggers: %s', async (_, triggers) => {
    const { incoming: folderId, box } = world
    const { id } = await box.webhooks.create({ folderId, address, triggers })
    const message = `webhook ${id} has the triggers ${triggers.join(', ')}, expected FILE.UPLOADED only`
    expect(await check(true)).toMatchObject({ problems: [{ kind: 'triggers', message }], repaired: 1 })
    expect(await box.webhooks.get(id)).toMatchObject({ triggers: ['FILE.UPLOADED'] })
  })
})
