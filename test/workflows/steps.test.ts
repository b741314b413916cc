import { activitiesOn, asides, mapSteps, stepNames, steps } from '../../workflows/steps'

describe('the table of steps', () => {
  const others = { watchHost: 1, isQueued: 1, isFirstParked: 1, wakeParked: 1, markAbandoned: 1 }
  const all = { ...mapSteps((step) => step), ...others, cleanUp: 3 }

  it('puts each activity on exactly one queue, the one of its entry', () => {
    const queues = ['intake', 'host', 'reports', 'main'] as const
    const placed = queues.flatMap((queue) => Object.keys(activitiesOn(queue, all)))
    expect(placed.sort()).toEqual(Object.keys(all).sort())
    for (const [name, { queue }] of Object.entries({ ...steps, ...asides }))
      expect(activitiesOn(queue, all)).toHaveProperty(name)
    expect(activitiesOn('reports', all)).toEqual({ uploadReport: 'uploadReport', cleanUp: 3 })
  })

  it('does not compile with an activity that is missing', () => {
    const { cleanUp, ...without } = all
    // @ts-expect-error cleanUp is in the table
    expect(Object.keys(activitiesOn('reports', without))).not.toContain('cleanUp')
    expect(cleanUp).toBe(3)
  })

  it('puts the activity of a scheduled workflow on the main queue', () => {
    const withScheduled = { ...all, sweepIncoming: 4 }
    expect(activitiesOn('main', withScheduled)).toMatchObject({ sweepIncoming: 4 })
    expect(activitiesOn('host', withScheduled)).not.toHaveProperty('sweepIncoming')
  })

  it('names the steps in their order, each with words for the Web UI', () => {
    expect(stepNames).toEqual(Object.keys(steps))
    for (const { summary } of [...Object.values(steps), ...Object.values(asides)])
      expect(summary).toMatch(/^[A-Z][^.]+$/)
  })
})
