import { badCount, checkEvidence } from './check-evidence'
import type { Faulty, StepHistory } from './evidence'
import { evidenceOf, firstEvent, places, run } from './made-up-log'

const first = 500001
const second = 500002
const upload = { do: 'upload', version: first } as const
const report = { do: 'report', version: first } as const
const move = { do: 'move', version: first } as const

/** The bad columns that are not empty, with how many they have. */
function faults(evidence: Parameters<typeof checkEvidence>[0]): Partial<Record<keyof Faulty, number>> {
  const { faulty } = checkEvidence(evidence)
  return Object.fromEntries(
    Object.entries(faulty).flatMap(([name, list]: [string, string[]]) =>
      list.length > 0 ? [[name, list.length]] : [],
    ),
  )
}

test('a report and then the move: nothing is wrong', () => {
  const evidence = evidenceOf([upload, report, move], { runs: [run(first)] })
  const checked = checkEvidence(evidence)
  expect(badCount(checked)).toBe(0)
  expect(checked).toMatchObject({
    ...{ uploads: 1, reports: 1, moves: 1, bytesProved: 1, runs: 1, startedBySweep: 0 },
    uploadToReportMs: { p50: 1_000, p99: 1_000 },
  })
})

test('a role that is lowered during the upload or the move hides the folder, not the step', () => {
  const hidden = { isParentHidden: true }
  const steps = [upload, { ...report, ...hidden }, { ...move, ...hidden }]
  expect(checkEvidence(evidenceOf(steps, { runs: [run(first)] }))).toMatchObject({ reports: 1, moves: 1 })
  expect(faults(evidenceOf(steps, { runs: [run(first)] }))).toEqual({})
  expect(faults(evidenceOf([upload, { ...move, ...hidden }]))).toEqual({ movedWithoutReport: 1 })
})

describe('steps in a wrong order', () => {
  test.each([
    ['moved without a report', [upload, move], { movedWithoutReport: 1 }],
    ['moved before the report', [upload, move, report], { movedBeforeReport: 1 }],
    ['reported twice under one name', [upload, report, report, move], { reportedTwice: 1 }],
    [
      'reported twice under two names',
      [upload, report, { ...report, session: '01' }, move],
      { reportedTwice: 1 },
    ],
    ['moved twice', [upload, report, move, { ...move, name: 't_a.png' }], { movedTwice: 1 }],
    [
      'a version that slipped in and was moved without its report',
      [upload, report, { do: 'newVersion', version: second }, { do: 'move', version: second }],
      { movedWithoutReport: 1 },
    ],
    [
      'a version that slipped in and was reported after the move',
      [
        ...[upload, report, { do: 'newVersion', version: second }, { do: 'move', version: second }],
        { do: 'report', version: second },
      ],
      { movedBeforeReport: 1 },
    ],
  ] as const)('%s', (_, steps, expected) => {
    expect(faults(evidenceOf([...steps]))).toEqual(expected)
  })
})

describe('a file that is in INCOMING at the end', () => {
  const waiting = { endsIn: places.incoming }

  test('is lost when no run is open', () => {
    const runs = [run(first, { state: 'abandoned' })]
    expect(faults(evidenceOf([upload], { ...waiting, runs }))).toEqual({ lost: 1 })
    expect(faults(evidenceOf([upload, report], { ...waiting, runs }))).toEqual({ lost: 1 })
  })

  test('is stuck when its run is still open', () => {
    const runs = [run(first, { status: 'RUNNING', state: 'needs_attention' })]
    expect(faults(evidenceOf([upload], { ...waiting, runs }))).toEqual({ leftStuck: 1 })
  })

  test('is withdrawn though present when its last run says so', () => {
    const runs = [run(first, { status: 'FAILED', state: 'withdrawn' })]
    expect(faults(evidenceOf([upload], { ...waiting, runs }))).toEqual({ lost: 1, withdrawnThoughPresent: 1 })
  })

  test('is lost, too, when Box never delivered its event: a sweep should have found it', () => {
    const evidence = evidenceOf([upload], { ...waiting, acknowledged: [] })
    expect(faults(evidence)).toEqual({ lost: 1 })
  })

  test(
    'is lost, too, when it was dragged to the other ' + 'INCOMING and only its first location was announced',
    () => {
      const steps = [upload, { do: 'drag', version: first, to: places.other }] as const
      expect(faults(evidenceOf([...steps], { endsIn: places.other }))).toEqual({ lost: 1 })
    },
  )
})

describe('what is right although it looks odd', () => {
  test('a file that its owner trashed', () => {
    const runs = [run(first, { status: 'FAILED', state: 'withdrawn' })]
    expect(faults(evidenceOf([upload, { do: 'trash' }], { endsIn: 'trash', runs }))).toEqual({})
  })

  test('a file that came again is reported, moved and run again', () => {
    const back = { do: 'drag', version: first, to: places.incoming } as const
    const steps = [upload, report, move, back, { ...report, session: '01' }, { ...move, name: 't_a.png' }]
    const runs = [run(first), run(first, { workflowId: 'qc/acme/1/500001/2', runId: 'b' })]
    expect(faults(evidenceOf(steps, { runs }))).toEqual({})
  })

  test('both versions of a file that was replaced during its run have a report', () => {
    const second_ = { do: 'newVersion', version: second } as const
    const steps = [
      ...[upload, second_, report, { do: 'report', version: second }],
      { do: 'move', version: second },
    ] as const
    expect(faults(evidenceOf([...steps], { runs: [run(first), run(second)] }))).toEqual({})
  })

  test('a run that continued as new', () => {
    const runs = [run(first, { status: 'CONTINUED_AS_NEW' }), run(first, { runId: 'b' })]
    expect(faults(evidenceOf([upload, report, move], { runs }))).toEqual({})
  })
})

describe('what only the histories show', () => {
  const steps = [upload, report, move]
  const uploaded: StepHistory = {
    ...{ name: 'uploadReport', scheduledAt: 30, completedAt: 32, attempts: 1 },
    reportFileId: 'r1',
  }
  const moved: StepHistory = {
    ...{ name: 'moveToProcessed', scheduledAt: 40, completedAt: 42, attempts: 3 },
    reportFileId: 'r1',
  }
  const faultsOf = (...args: Parameters<typeof run>) => faults(evidenceOf(steps, { runs: [run(...args)] }))

  test('two runs that are done for one arrival', () => {
    const runs = [run(first), run(first, { runId: 'b' })]
    expect(faults(evidenceOf(steps, { runs }))).toEqual({ runTwice: 1 })
  })

  test('a Reset repeats a run, but nothing in Box', () => {
    const runs = [run(first), run(first, { runId: 'b', isReset: true })]
    expect(faults(evidenceOf(steps, { runs }))).toEqual({})
    const again = [...steps, { ...move, name: 't_a.png' }]
    expect(faults(evidenceOf(again, { runs }))).toEqual({ movedTwice: 1 })
  })

  test('a move needs the receipt of a report that was uploaded before it', () => {
    expect(faultsOf(first, { steps: [uploaded, moved] })).toEqual({})
    expect(faultsOf(first, { carriedReportId: 'r1', steps: [moved] })).toEqual({})
    const broken: StepHistory[][] = [
      [moved],
      [{ ...moved, scheduledAt: 20 }, uploaded],
      [{ ...uploaded, completedAt: undefined }, moved],
      [{ ...uploaded, reportFileId: 'r2' }, moved],
      [uploaded, { ...moved, reportFileId: undefined }],
    ]
    for (const order of broken) expect(faultsOf(first, { steps: order })).toEqual({ movedWithoutReceipt: 1 })
  })

  test('a result names a report or a move that Box never had', () => {
    expect(faultsOf(first, { reportFileId: '701' })).toEqual({ claimedNotDone: 1 })
    expect(faultsOf(first, { reportFileId: undefined })).toEqual({ claimedNotDone: 1 })
    const runs = [run(first, { movedTo: 's_a.png' })]
    expect(faults(evidenceOf([upload, report], { runs, endsIn: places.elsewhere }))).toEqual({
      claimedNotDone: 1,
    })
  })

  test('Box was told "yes", but no run received that event', () => {
    expect(faultsOf(first, { arrivals: [] })).toEqual({ notStored: 1 })
    expect(faultsOf(first, { arrivals: ['2026-11-24T09:30:00.000Z'] })).toEqual({ notStored: 1 })
    expect(faultsOf(first, { arrivals: [firstEvent.replace('.000Z', '+00:00')] })).toEqual({})
  })

  test('a sweep had to start a run although Box had been told "yes"', () => {
    const swept = { origin: 'sweep', startedAtMs: 900 } as const
    expect(faultsOf(first, swept)).toEqual({ swallowed: 1 })
    expect(faultsOf(first, { ...swept, startedAtMs: 400 })).toEqual({})
    const back = { do: 'drag', version: first, to: places.incoming } as const
    const again = [upload, report, move, back, { ...report, session: '01' }, { ...move, name: 't_a.png' }]
    const runs = [run(first), run(first, { origin: 'sweep', startedAtMs: 3_500, runId: 'b' })]
    expect(faults(evidenceOf(again, { runs }))).toEqual({})
  })

  test('an undamaged file that fails, and a damaged one that passes', () => {
    expect(faultsOf(first, { verdict: 'fail' })).toEqual({ judgedWrong: 1 })
    const damaged = ['sha1-500001']
    expect(faults(evidenceOf(steps, { runs: [run(first)], damaged }))).toEqual({ judgedWrong: 1 })
    expect(faults(evidenceOf(steps, { runs: [run(first, { verdict: 'fail' })], damaged }))).toEqual({})
  })

  test('an error in workflow code', () => {
    expect(faultsOf(first, { workflowErrors: ['event 7, cause 24: no'] })).toEqual({ workflowErrors: 1 })
  })

  test('retries are counted', () => {
    const evidence = evidenceOf(steps, { runs: [run(first, { steps: [uploaded, moved] })] })
    expect(checkEvidence(evidence).steps).toEqual({ calls: 2, retried: 1, most: 3 })
  })
})

test('a report that does not contain the SHA-1 of its version', () => {
  const evidence = evidenceOf([upload, report, move], { digestsByReport: { r1: ['another'] } })
  expect(faults(evidence)).toEqual({ bytesNotProved: 1 })
})

test('a secret that was told', () => {
  const evidence = evidenceOf([upload, report, move], { secretsTold: ['worker-1.log has abcd…'] })
  expect(faults(evidence)).toEqual({ secretsTold: 1 })
})

test('faults are counted by kind', () => {
  const evidence = evidenceOf([upload, report, move])
  const requests = evidence.requests.map((one, index) => ({
    ...one,
    faultKind: index < 2 ? 'reset' : 'hang',
  }))
  expect(checkEvidence({ ...evidence, requests }).faults).toEqual({ reset: 2, hang: 1 })
})
