import { planChaos } from './plan-chaos'

const options = { uploads: 200, seed: 3, minutes: 5 }

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
      "breakConfig",
      "delayDeliveries",
      "dragBack",
      "dragToOther",
      "duplicateDeliveries",
      "expireTokens",
      "fillDisk",
      "freezeBox",
      "freezeGateway",
      "freezeTemporal",
      "freezeWorker",
      "killGateway",
      "killTemporal",
      "killTools",
      "killWorker",
      "loseDeliveries",
      "lowerRole",
      "newVersion",
      "outAndBack",
      "rename",
      "reorderDeliveries",
      "replaceHost",
      "resetRun",
      "revokeRole",
      "stopGateway",
      "stopWorker",
      "swapConfig",
      "trash",
      "trashAndRestore",
      "upload",
      "wipeDisk",
    ]
  `)
  const times = plan.map(({ atMs }) => atMs)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})
