import { activitiesOn, asides, mapSteps, stepNames, steps } from '../../workflows/steps'

describe('the table of steps', () => {
  const others = { watchHost: 1, isFirstParked: 1, wakeParked: 1, markAbandoned: 1 }
  const all = { ...mapSteps((step) => step), ...others, cleanUp: 3 }

  it('puts each activity on exactly one queue', () => {
    expect(Object.keys(activitiesOn('intake', all))).toEqual(['download'])
    expect(Object.keys(activitiesOn('host', all))).toEqual(['preflight', 'checks'])
    expect(Object.keys(activitiesOn('reports', all))).toEqual(['uploadReport', 'cleanUp'])
    expect(Object.keys(activitiesOn('main', all))).toEqual([
      'moveToProcessed',
      'findSource',
      'watchHost',
      'isFirstParked',
      'wakeParked',
      'markAbandoned',
    ])
    expect(activitiesOn('reports', all)).toMatchObject({ uploadReport: 'uploadReport', cleanUp: 3 })
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
    expect(stepNames).toEqual([
      'download',
      'preflight',
      'checks',
      'uploadReport',
      'moveToProcessed',
      'findSource',
    ])
    for (const { summary } of [...Object.values(steps), ...Object.values(asides)])
      expect(summary).toMatch(/^[A-Z][^.]+$/)
  })
})
