import { setTimeout as wait } from 'node:timers/promises'

import { IntakeGate } from '../../../activities/worker/intake-gate'
import { createSlotSupplier } from '../../../activities/worker/slot-supplier'

const ended = new AbortController()
afterAll(() => ended.abort())

interface Host {
  unfinished: number
  hasRoom: boolean
  /** Slots that `forgetIdle` frees when it is called with this or a shorter time. */
  idle: { places: number; forMs: number }
  waiting: number | undefined
  isCpuBusy: boolean
}

function intake(changes: Partial<Host> & { maxUnfinished?: number; maxDownloads?: number } = {}) {
  const { maxUnfinished = 3, maxDownloads = 10 } = changes
  const idle = { places: 0, forMs: 0 }
  const host: Host = { unfinished: 0, hasRoom: true, idle, waiting: 1, isCpuBusy: false, ...changes }
  const told: (string | undefined)[] = []
  const gate = new IntakeGate({
    store: {
      countUnfinished: () => host.unfinished,
      hasRoom: async () => host.hasRoom,
      forgetIdle: (idleMs) => {
        if (host.idle.forMs >= idleMs) host.unfinished -= host.idle.places
      },
    },
    maxUnfinished,
    enoughWhenBusy: 2,
    isCpuBusy: () => host.isCpuBusy,
    countWaiting: async () => host.waiting,
    onChange: (closedFor) => void told.push(closedFor),
  })
  const slots = createSlotSupplier({ gate, maxDownloads, pauseMs: 5 })
  const reserve = (signal = ended.signal) => {
    const reserving = slots.reserveSlot({}, signal)
    // Those that wait are ended after the tests.
    reserving.catch(() => undefined)
    return reserving
  }
  return { host, slots, reserve, told, gate }
}

async function isOpen(reserving: Promise<unknown>) {
  return Promise.race([reserving.then(() => true), wait(60, false)])
}

describe('intake of a host', () => {
  it('closes while the host is full, counting open polls, and opens when one is finished', async () => {
    const { host, reserve } = intake({ unfinished: 1 })
    await Promise.all([reserve(), reserve()])
    const third = reserve()
    await expect(isOpen(third)).resolves.toBe(false)
    host.unfinished = 0
    await expect(isOpen(third)).resolves.toBe(true)
  })

  it('never gives the last slot twice', async () => {
    const { reserve } = intake({ maxUnfinished: 1 })
    const both = [reserve(), reserve()].map(isOpen)
    expect((await Promise.all(both)).sort()).toEqual([false, true])
  })

  it('says once why it closes, and that it opens', async () => {
    const { host, reserve, told, gate } = intake({ unfinished: 2, maxUnfinished: 2 })
    const reserving = reserve()
    await expect(isOpen(reserving)).resolves.toBe(false)
    expect(gate.closedFor).toBe('2 assets are unfinished')
    host.unfinished = 1
    await reserving
    expect(told).toEqual(['2 assets are unfinished', undefined])
  })

  it('takes few assets while the processors are busy, which is no reason to call it closed', async () => {
    const { host, reserve, told } = intake({ unfinished: 1, isCpuBusy: true })
    await reserve()
    const second = reserve()
    await expect(isOpen(second)).resolves.toBe(false)
    expect(told).toEqual([])
    host.isCpuBusy = false
    await expect(isOpen(second)).resolves.toBe(true)
  })

  it('closes while the disk is full', async () => {
    const { host, reserve, told } = intake({ hasRoom: false })
    const reserving = reserve()
    await expect(isOpen(reserving)).resolves.toBe(false)
    expect(told).toEqual(['the disk lacks room'])
    host.hasRoom = true
    await expect(isOpen(reserving)).resolves.toBe(true)
  })

  it('limits downloads at the same time', async () => {
    const { slots, reserve } = intake({ maxDownloads: 1 })
    await reserve()
    slots.markSlotUsed()
    const second = reserve()
    await expect(isOpen(second)).resolves.toBe(false)
    slots.releaseSlot({ slotInfo: { type: 'activity' } })
    await expect(isOpen(second)).resolves.toBe(true)
  })

  it('gets a slot back when a poll brought nothing', async () => {
    const { slots, reserve } = intake({ maxUnfinished: 1 })
    await reserve()
    slots.releaseSlot({})
    await expect(isOpen(reserve())).resolves.toBe(true)
  })

  it('opens when its assets are idle and no task waits for this host: their runs are gone', async () => {
    const { reserve } = intake({ unfinished: 3, waiting: 0, idle: { places: 3, forMs: 60_000 } })
    await expect(isOpen(reserve())).resolves.toBe(true)
  })

  it.each([5, undefined])('keeps idle assets while %p tasks wait for this host', async (waiting) => {
    const { reserve } = intake({ unfinished: 3, waiting, idle: { places: 3, forMs: 60_000 } })
    await expect(isOpen(reserve())).resolves.toBe(false)
  })

  it("ends a reservation with the signal's own reason, which Temporal takes for a quiet end", async () => {
    const { reserve } = intake({ hasRoom: false })
    const controller = new AbortController()
    const reserving = reserve(controller.signal)
    const reason = new Error('shutting down')
    controller.abort(reason)
    await expect(reserving).rejects.toBe(reason)
  })
})
