import type { AcknowledgedEvent, ChaosReport, Evidence, Faulty, RunHistory } from './evidence'
import type { FileEvent, Timeline } from './timeline'

type RunColumns = Pick<
  Faulty,
  | 'runTwice'
  | 'leftStuck'
  | 'movedWithoutReceipt'
  | 'claimedNotDone'
  | 'notStored'
  | 'swallowed'
  | 'judgedWrong'
  | 'workflowErrors'
>

/** The columns that need the histories of Temporal. Pure. */
export function checkRuns(evidence: Evidence, timelines: Timeline[]): RunColumns {
  const { runs } = evidence
  const timelineOf = new Map(timelines.map((one) => [one.fileId, one]))
  return {
    runTwice: runTwice(runs, timelines),
    leftStuck: runs.filter(isOpen).map((run) => `${run.workflowId} (${run.state ?? 'running'})`),
    movedWithoutReceipt: runs.flatMap(movesWithoutReceipt),
    claimedNotDone: runs.filter((run) => isFalseClaim(run, evidence, timelineOf.get(run.fileId))).map(nameOf),
    notStored: notStored(evidence),
    swallowed: runs
      .filter((run) => run.origin === 'sweep' && isSwallowed(run, evidence, timelineOf.get(run.fileId)))
      .map(nameOf),
    judgedWrong: judgedWrong(evidence),
    workflowErrors: runs.flatMap((run) => run.workflowErrors.map((cause) => `${nameOf(run)}: ${cause}`)),
  }
}

export function isOpen({ status }: RunHistory): boolean {
  return status === 'RUNNING'
}

/** How often steps were called and tried. */
export function countSteps(runs: RunHistory[]): ChaosReport['steps'] {
  const attempts = runs.flatMap(({ steps }) => steps.map((step) => step.attempts))
  return {
    calls: attempts.length,
    retried: attempts.filter((count) => count > 1).length,
    most: Math.max(0, ...attempts),
  }
}

const nameOf = ({ workflowId, runId }: RunHistory) => `${workflowId} ${runId}`

/** More runs that ended as done than the version arrived in INCOMING; a Reset repeats one. */
function runTwice(runs: RunHistory[], timelines: Timeline[]): string[] {
  const doneOf = groupBy(
    runs.filter(({ status, state, isReset }) => status === 'COMPLETED' && state === 'done' && !isReset),
    ({ fileId, versionId }) => `${fileId}/${versionId}`,
  )
  return timelines.flatMap(({ fileId, events }) => {
    const versionIds = new Set(events.map(({ versionId }) => versionId))
    return [...versionIds].flatMap((versionId) => {
      const arrived = events.filter((one) => one.kind === 'arrived' && one.versionId === versionId)
      return (doneOf.get(`${fileId}/${versionId}`) ?? []).slice(Math.max(1, arrived.length)).map(nameOf)
    })
  })
}

/** By the order of events: the report's upload had ended, and gave the receipt that the move got. */
function movesWithoutReceipt(run: RunHistory): string[] {
  const moves = run.steps.filter(({ name }) => name === 'moveToProcessed')
  return moves
    .filter(({ scheduledAt, reportFileId }) => {
      const isEarlier = run.steps.some(
        (step) =>
          step.name === 'uploadReport' &&
          step.completedAt !== undefined &&
          step.completedAt < scheduledAt &&
          step.reportFileId === reportFileId,
      )
      return reportFileId === undefined || !(isEarlier || run.carriedReportId === reportFileId)
    })
    .map(({ scheduledAt }) => `${nameOf(run)} at event ${scheduledAt}`)
}

/** The result names a report that is not in Box, or a move that Box never did. */
function isFalseClaim(run: RunHistory, { files }: Evidence, timeline: Timeline | undefined): boolean {
  if (run.status !== 'COMPLETED') return false
  const { reportFileId, movedTo } = run
  if (run.state === 'done' && reportFileId === undefined) return true
  const hasReport =
    reportFileId === undefined || files.some(({ id, isTrashed }) => id === reportFileId && !isTrashed)
  const hasMove = movedTo === undefined || timeline?.events.some(({ kind }) => kind === 'moved') === true
  return !hasReport || !hasMove
}

/** Box was told "yes", but no run of this version received the event. */
function notStored({ acknowledged, runs, folders }: Evidence): string[] {
  const incoming = new Set(folders.filter(({ kind }) => kind === 'incoming').map(({ id }) => id))
  const runsOf = groupBy(runs, ({ fileId, versionId }) => `${fileId}/${versionId}`)
  const isStored = ({ fileId, versionId, eventTime }: AcknowledgedEvent) =>
    (runsOf.get(`${fileId}/${versionId}`) ?? []).some(({ arrivals }) =>
      arrivals.some((time) => Date.parse(time) === Date.parse(eventTime)),
    )
  return acknowledged
    .filter((event) => incoming.has(event.folderId) && !isStored(event))
    .map(({ fileId, versionId, eventTime }) => `file ${fileId}, version ${versionId}, event of ${eventTime}`)
}

/** A sweep had to start it although Box had been told "yes" about this very stay in INCOMING before. */
function isSwallowed(run: RunHistory, { acknowledged }: Evidence, timeline: Timeline | undefined): boolean {
  const before = (timeline?.events ?? []).filter(({ atMs }) => atMs < run.startedAtMs)
  const last = before.filter(({ kind }) => kind !== 'reported').at(-1)
  if (last?.kind !== 'arrived' || last.versionId !== run.versionId) return false
  return acknowledged.some((event) => isOf(event, last) && event.atMs < run.startedAtMs)
}

/** The body's time is to the second, and rounded down. */
function isOf({ versionId, folderId, eventTime }: AcknowledgedEvent, arrival: FileEvent): boolean {
  return (
    arrival.kind === 'arrived' &&
    versionId === arrival.versionId &&
    folderId === arrival.folderId &&
    Math.abs(Date.parse(eventTime) - arrival.atMs) < 2_000
  )
}

/** An undamaged file fails, or a damaged one passes: then a fault of ours was taken for one of the file. */
function judgedWrong({ runs, files, damaged }: Evidence): string[] {
  const sha1Of = new Map(files.flatMap(({ versions }) => versions.map(({ id, sha1 }) => [id, sha1])))
  return runs.flatMap((run) => {
    const sha1 = sha1Of.get(run.versionId)
    if (run.verdict === undefined || sha1 === undefined) return []
    const wanted = damaged.includes(sha1) ? 'fail' : 'pass'
    return run.verdict === wanted ? [] : [`${nameOf(run)}: ${run.verdict}, expected ${wanted}`]
  })
}

function groupBy<T>(list: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
