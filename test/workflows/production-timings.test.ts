import { loadConfig } from '../../config/load-config'
import type { Timings } from '../../workflows/contract'
import { stepNames } from '../../workflows/steps'

/** Every other test shortens these; this one holds the ones that run. */
describe('the timings of production', () => {
  const timings: Timings = loadConfig({}).timings
  const minute = 60_000
  const hour = 60 * minute

  it('are these', () => {
    expect(timings).toEqual({
      stepTimeoutMs: {
        download: 2 * hour,
        preflight: 2 * hour,
        checks: 2 * hour,
        uploadReport: 5 * minute,
        moveToProcessed: 2 * minute,
        findSource: 2 * minute,
      },
      stepAttempts: {
        download: 8,
        preflight: 4,
        checks: 4,
        uploadReport: 8,
        moveToProcessed: 8,
        findSource: 8,
      },
      retryInitialMs: 2_000,
      retryMaximumMs: minute,
      heartbeatMs: 30_000,
      hostWaitMs: 2 * minute,
      parkInitialMs: 15 * minute,
      parkMaximumMs: 6 * hour,
    })
  })

  it('ask after a host only when its silence can be told: alive means seen within 65 s', () => {
    expect(timings.hostWaitMs).toBeGreaterThan(65_000)
  })

  it('try a few times before they park, each attempt longer than a sign of life takes', () => {
    for (const step of stepNames) {
      expect(timings.stepAttempts[step]).toBeGreaterThanOrEqual(2)
      expect(timings.stepAttempts[step]).toBeLessThanOrEqual(10)
      expect(timings.heartbeatMs).toBeLessThan(timings.stepTimeoutMs[step])
    }
  })

  it('back off while parked to six hours or more, and take years to fill a history', () => {
    expect(timings.parkMaximumMs).toBeGreaterThanOrEqual(6 * hour)
    const eventsPerRound = 20
    expect((51_200 / eventsPerRound) * timings.parkMaximumMs).toBeGreaterThan(365 * 24 * hour)
  })
})
