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
    expect(world.lines).toContain('webhook of acme: it is missing')
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
      problems: [{ clientId: 'acme', message: `it points to ${other}, expected ${address}` }],
    })
    await check(true)
    expect(await world.box.webhooks.get(id)).toMatchObject({ address })
  })

  it('reports altered triggers', async () => {
    const { incoming: folderId, box } = world
    await box.webhooks.create({ folderId, address, triggers: ['FILE.DELETED'] })
    expect(await check()).toMatchObject({
      problems: [{ message: 'its triggers are FILE.DELETED, expected FILE.UPLOADED' }],
    })
  })
})
