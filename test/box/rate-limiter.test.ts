import { RateLimiter } from '../../box/rate-limiter'

describe('RateLimiter', () => {
  it('lets a burst pass, then spreads the rest over the minute', async () => {
    const { waitsOf } = onTestClock(600)
    expect(await waitsOf(60)).toEqual(Array.from({ length: 60 }, () => 0))
    // 540 a minute: one every 111 ms.
    expect(await waitsOf(3)).toEqual([112, 223, 334])
  })

  it('never lets more pass in a minute than is allowed', async () => {
    const { clock, waitsOf } = onTestClock(240)
    let passed = 0
    for (; clock.nowMs <= 60_000; clock.nowMs += 5_000) while ((await waitsOf(1))[0] === 0) passed += 1
    expect(passed).toBeLessThanOrEqual(240)
    expect(passed).toBeGreaterThan(180)
  })

  it('pauses for all after a 429, and starts again one by one', async () => {
    const { limiter, waitsOf } = onTestClock(6_000)
    limiter.pause(400)
    // 5,400 a minute: one every 11 ms.
    expect(await waitsOf(3)).toEqual([400, 412, 423])
  })

  it('refuses to wait for long, and says when it is possible', async () => {
    const { limiter } = onTestClock(600)
    limiter.pause(30_000)
    const refusal = await limiter.take().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ kind: 'not_yet', message: expect.stringMatching(/possible in 30 s/) })
  })

  it('lets requests pass when the time of day is set back by an hour', async () => {
    const limiter = new RateLimiter(60_000)
    await limiter.take()
    const early = Date.now() - 3_600_000
    const clock = jest.spyOn(Date, 'now').mockReturnValue(early)
    await expect(limiter.take()).resolves.toBeUndefined()
    clock.mockRestore()
  })

  it('gives back the turn of a caller that aborts', async () => {
    const { limiter, waitsOf } = onTestClock(600)
    limiter.pause(300)
    const aborted = Array.from({ length: 20 }, () => limiter.take(AbortSignal.abort()))
    await Promise.allSettled(aborted)
    expect(await waitsOf(1)).toEqual([300])
  })

  it('waits in real time', async () => {
    const start = performance.now()
    const limiter = new RateLimiter(600)
    limiter.pause(200)
    await limiter.take()
    expect(performance.now() - start).toBeGreaterThan(190)
  })
})

/** A limiter whose time passes only when the test says so. `waitsOf(n)`: how long n requests wait, in ms. */
function onTestClock(perMinute: number) {
  const clock = { nowMs: 0 }
  let waitedMs = 0
  const wait = async (ms: number, signal?: AbortSignal) => {
    waitedMs = ms
    signal?.throwIfAborted()
  }
  const limiter = new RateLimiter(perMinute, { now: () => clock.nowMs, wait })
  const waitsOf = async (requests: number) => {
    const waits: number[] = []
    for (let request = 0; request < requests; request += 1) {
      waitedMs = 0
      await limiter.take()
      waits.push(waitedMs)
    }
    return waits
  }
  return { clock, limiter, waitsOf }
}
