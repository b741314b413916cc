import { planChaos } from './plan-chaos'

const options = { uploads: 200, seed: 3, minutes: 5, hasSweep: false }

test('the same options give the same plan, another seed another one', () => {
  expect(planChaos(options)).toEqual(planChaos(options))
  expect(planChaos({ ...options, seed: 4 })).not.toEqual(planChaos(options))
})

test('every upload and every kind of disturbance is in the plan, in order of time', () => {
  const plan = planChaos(options)
  const kinds = new Set(plan.map(({ action }) => action.kind))
  expect(plan.filter(({ action }) => action.kind === 'upload')).toHaveLength(200)
  expect([...kinds].sort()).toMatchInlineSnapshot(`
    [
      "delayDeliveries",
      "dragToOther",
      "duplicateDeliveries",
      "expireTokens",
      "freezeBox",
      "freezeGateway",
      "freezeTemporal",
      "freezeWorker",
      "killGateway",
      "killTemporal",
      "killWorker",
      "newVersion",
      "outAndBack",
      "reorderDeliveries",
      "replaceHost",
      "revokeRole",
      "swapConfig",
      "trash",
      "upload",
      "wipeDisk",
    ]
  `)
  const times = plan.map(({ atMs }) => atMs)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('deliveries are lost only where a sweep finds their uploads', () => {
  const losses = (hasSweep: boolean) =>
    planChaos({ ...options, hasSweep }).filter(({ action }) => action.kind === 'loseDeliveries').length
  expect(losses(false)).toBe(0)
  expect(losses(true)).toBeGreaterThan(0)
})
