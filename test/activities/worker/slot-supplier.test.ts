import { setTimeout as wait } from 'node:timers/promises'

import { createSlotSupplier } from '../../../activities/worker/slot-supplier'

const ended = new AbortController()
afterAll(() => ended.abort())

function admission(
  changes: { unfinished?: number; hasRoom?: boolean; maxUnfinished?: number; maxDownloads?: number } = {},
) {
  const host = { unfinished: 0, hasRoom: true, ...changes }
  const store = { countUnfinished: async () => host.unfinished, hasRoom: async () => host.hasRoom }
  const { maxUnfinished = 3, maxDownloads = 10 } = changes
  const slots = createSlotSupplier({ store, maxUnfinished, maxDownloads, pauseMs: 5 })
  const reserve = (signal = ended.signal) => {
    const reserving = slots.reserveSlot({}, signal)
    // Those that wait are ended after the tests.
    reserving.catch(() => undefined)
    return reserving
  }
  return { host, slots, reserve }
}

async function isOpen(reserving: Promise<unknown>) {
  return Promise.race([reserving.then(() => true), wait(60, false)])
}

describe('admission to a host', () => {
  it('stops while the host holds its fill, counting polls under way, and goes on when one is finished', async () => {
    const { host, reserve } = admission({ unfinished: 1 })
    await Promise.all([reserve(), reserve()])
    const third = reserve()
    await expect(isOpen(third)).resolves.toBe(false)
    host.unfinished = 0
    await expect(isOpen(third)).resolves.toBe(true)
  })

  it('never gives the last place twice', async () => {
    const { reserve } = admission({ maxUnfinished: 1 })
    const both = [reserve(), reserve()].map(isOpen)
    expect((await Promise.all(both)).sort()).toEqual([false, true])
  })

  it('says once why it stops, and that it goes on', async () => {
    const told: (string | undefined)[] = []
    const host = { unfinished: 2 }
    const store = { countUnfinished: async () => host.unfinished, hasRoom: async () => true }
    const onChange = (closedFor: string | undefined) => void told.push(closedFor)
    const slots = createSlotSupplier({ store, maxUnfinished: 2, maxDownloads: 1, pauseMs: 5, onChange })
    const reserving = slots.reserveSlot({}, ended.signal)
    await expect(isOpen(reserving)).resolves.toBe(false)
    host.unfinished = 1
    await reserving
    expect(told).toEqual(['2 assets are unfinished', undefined])
  })

  it('stops while the disk is full', async () => {
    const { host, reserve } = admission({ hasRoom: false })
    const reserving = reserve()
    await expect(isOpen(reserving)).resolves.toBe(false)
    host.hasRoom = true
    await expect(isOpen(reserving)).resolves.toBe(true)
  })

  it('limits downloads at the same time', async () => {
    const { slots, reserve } = admission({ maxDownloads: 1 })
    await reserve()
    slots.markSlotUsed()
    const second = reserve()
    await expect(isOpen(second)).resolves.toBe(false)
    slots.releaseSlot({ slotInfo: { type: 'activity' } })
    await expect(isOpen(second)).resolves.toBe(true)
  })

  it('gives a place back when a poll brought nothing', async () => {
    const { slots, reserve } = admission({ maxUnfinished: 1 })
    await reserve()
    slots.releaseSlot({})
    await expect(isOpen(reserve())).resolves.toBe(true)
  })

  it("ends a reservation with the signal's own reason, which Temporal takes for a quiet end", async () => {
    const { reserve } = admission({ hasRoom: false })
    const controller = new AbortController()
    const reserving = reserve(controller.signal)
    const reason = new Error('shutting down')
    controller.abort(reason)
    await expect(reserving).rejects.toBe(reason)
  })
})
