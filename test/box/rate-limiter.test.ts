import { RateLimiter } from '../../box/rate-limiter'

const settled = async (limiter: RateLimiter) => {
  const start = Date.now()
  await limiter.take()
  return Date.now() - start
}

describe('RateLimiter', () => {
  it('lets a burst pass, then spreads the rest over the minute', async () => {
    const limiter = new RateLimiter(600)
    const waits = await Promise.all(Array.from({ length: 63 }, () => settled(limiter)))
    expect(Math.max(...waits.slice(0, 60))).toBeLessThan(50)
    // 540 a minute: one every 111 ms.
    expect(waits[60]).toBeGreaterThanOrEqual(90)
    expect(waits[62]).toBeGreaterThanOrEqual(290)
  })

  it('never lets more pass in a minute than is allowed', async () => {
    let nowMs = 0
    const limiter = new RateLimiter(240, () => nowMs)
    let passed = 0
    for (; nowMs <= 60_000; nowMs += 5_000) {
      for (;;) {
        const isNow = await Promise.race([limiter.take().then(() => true), turn()])
        if (!isNow) break
        passed += 1
      }
    }
    expect(passed).toBeLessThanOrEqual(240)
    expect(passed).toBeGreaterThan(180)
  })

  it('pauses for all after a 429, and starts again one by one', async () => {
    const limiter = new RateLimiter(6_000)
    limiter.pause(400)
    const waits = await Promise.all(Array.from({ length: 3 }, () => settled(limiter)))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(380)
    expect(new Set(waits.map((wait) => Math.round(wait / 5))).size).toBeGreaterThan(1)
  })

  it('refuses to wait for long, and says when it is possible', async () => {
    const limiter = new RateLimiter(600)
    limiter.pause(30_000)
    const refusal = await limiter.take().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ kind: 'not_yet', message: expect.stringMatching(/possible in 30 s/) })
  })

  it('gives back the turn of a caller that aborts', async () => {
    const limiter = new RateLimiter(600)
    limiter.pause(300)
    const reason = new Error('cancelled')
    const aborted = Array.from({ length: 20 }, () => limiter.take(AbortSignal.abort(reason)))
    await Promise.allSettled(aborted)
    expect(await settled(limiter)).toBeLessThan(450)
  })
})

async function turn(): Promise<boolean> {
  await new Promise((resolve) => setImmediate(resolve))
  return false
}
