import { setTimeout as wait } from 'node:timers/promises'

import { createCpuMeter } from '../../../activities/worker/cpu-meter'
import { createWorkflowSlots } from '../../../activities/worker/workflow-slots'

const main = { isSticky: false }
const sticky = { isSticky: true }
const never = new AbortController().signal

async function isGiven(reserving: Promise<unknown>) {
  return Promise.race([reserving.then(() => true), wait(40, false)])
}

it('new runs never take the slots of runs at work, nor these those of new runs', async () => {
  const slots = createWorkflowSlots({ atWork: 2, fromMainQueue: 1, isCpuBusy: () => false })
  const permit = await slots.reserveSlot(main, never)
  const next = slots.reserveSlot(main, never)
  await expect(isGiven(next)).resolves.toBe(false)
  await slots.reserveSlot(sticky, never)
  expect(slots.tryReserveSlot(sticky)).toEqual(sticky)
  expect(slots.tryReserveSlot(sticky)).toBeNull()
  slots.releaseSlot({ permit: sticky })
  await expect(isGiven(next)).resolves.toBe(false)
  slots.releaseSlot({ permit })
  await expect(isGiven(next)).resolves.toBe(true)
})

it('busy processors delay the poll of the main queue, not that of the sticky queue', async () => {
  const slots = createWorkflowSlots({ atWork: 1, fromMainQueue: 1, isCpuBusy: () => true, busyPauseMs: 80 })
  const fromMain = slots.reserveSlot(main, never)
  await slots.reserveSlot(sticky, never)
  await expect(isGiven(fromMain)).resolves.toBe(false)
  await fromMain
})

it.each([main, sticky])(
  "%j: a reservation ends with the signal's own reason, and keeps no slot",
  async (kind) => {
    const slots = createWorkflowSlots({
      atWork: 1,
      fromMainQueue: 1,
      isCpuBusy: () => true,
      busyPauseMs: 5_000,
    })
    if (kind.isSticky) await slots.reserveSlot(kind, never)
    const controller = new AbortController()
    const reserving = slots.reserveSlot(kind, controller.signal)
    const reason = new Error('shutting down')
    setImmediate(() => controller.abort(reason))
    await expect(reserving).rejects.toBe(reason)
    if (kind.isSticky) slots.releaseSlot({ permit: kind })
    expect(slots.tryReserveSlot(kind)).toEqual(kind)
  },
)

it('processors are busy by their mean over about a second, not by a moment', () => {
  const times = { idle: 0, total: 0 }
  let nowMs = 0
  const isBusy = createCpuMeter(
    () => ({ ...times }),
    () => nowMs,
  )
  const pass = (idleMs: number) => {
    nowMs += 250
    times.idle += idleMs
    times.total += 500
    return isBusy()
  }
  expect([0, 0, 0, 0, 0].map(pass)).toEqual([false, false, false, false, true])
  expect(pass(500)).toBe(false)
  expect([0, 0, 0].map(pass)).toEqual([false, false, true])
  expect(isBusy()).toBe(true)
})
