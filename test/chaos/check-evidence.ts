import { checkRuns, countSteps, isOpen } from './check-runs'
import type { ChaosReport, Evidence, Faulty, FileAtEnd } from './evidence'
import { type FileEvent, type Timeline, timelinesOf } from './timeline'

/**
 * Judges a chaos run by what Box did and contains and what Temporal says, never by what the product says of
 * itself. Pure: the same evidence gives the same report.
 */
export function checkEvidence(evidence: Evidence): ChaosReport {
  const timelines = timelinesOf(evidence)
  const faulty: Faulty = {
    lost: timelines.filter((one) => isLost(one, evidence)).map(nameOf),
    movedWithoutReport: timelines.flatMap((one) =>
      moves(one)
        .filter((move) => !reportOf(one, move))
        .map(label),
    ),
    movedBeforeReport: timelines.flatMap((one) =>
      moves(one)
        .filter((move) => isEarly(one, move))
        .map(label),
    ),
    reportedTwice: timelines.flatMap(reportedTwice),
    movedTwice: timelines.flatMap(movedTwice),
    ...checkRuns(evidence, timelines),
    withdrawnThoughPresent: timelines.filter((one) => isWithdrawnThoughPresent(one, evidence)).map(nameOf),
    bytesNotProved: reports(timelines)
      .filter((one) => !isProved(one, evidence))
      .map(label),
    secretsTold: evidence.secretsTold,
  }
  return {
    uploads: timelines.flatMap(({ events }) => arrivals(events)).length,
    reports: reports(timelines).length,
    moves: timelines.flatMap(moves).length,
    bytesProved: reports(timelines).length - faulty.bytesNotProved.length,
    runs: evidence.runs.length,
    startedBySweep: evidence.runs.filter(({ origin }) => origin === 'sweep').length,
    steps: countSteps(evidence.runs),
    faulty,
    uploadToReportMs: percentiles(timelines.flatMap(waits)),
    faults: countFaults(evidence),
  }
}

/** The number of faults in all bad columns. */
export function badCount({ faulty }: ChaosReport): number {
  return Object.values(faulty).flat().length
}

const arrivals = (events: FileEvent[]) => events.filter(({ kind }) => kind === 'arrived')
const moves = ({ events }: Timeline) => events.filter(({ kind }) => kind === 'moved')
const reports = (timelines: Timeline[]) =>
  timelines.flatMap(({ events }) => events.filter(({ kind }) => kind === 'reported'))
const label = ({ versionId, seq }: FileEvent) => `version ${versionId} at request ${seq}`
const nameOf = ({ fileId, events }: Timeline) => `file ${fileId}, version ${events.at(-1)?.versionId ?? '?'}`

/** At the end the file is in an INCOMING folder. */
function isWaiting({ fileId }: Timeline, evidence: Evidence): boolean {
  const file = fileAtEnd(fileId, evidence)
  const isIncoming = evidence.folders.some(({ id, kind }) => kind === 'incoming' && id === file?.parentId)
  return file !== undefined && !file.isTrashed && isIncoming
}

function fileAtEnd(fileId: string, { files }: Evidence): FileAtEnd | undefined {
  return files.find(({ id }) => id === fileId)
}

function isLost(timeline: Timeline, evidence: Evidence): boolean {
  if (!isWaiting(timeline, evidence)) return false
  return !evidence.runs.some((run) => run.fileId === timeline.fileId && isOpen(run))
}

/** The report of the version that a move moved, whenever it came. */
function reportOf({ events }: Timeline, move: FileEvent): FileEvent | undefined {
  return events.find(({ kind, versionId }) => kind === 'reported' && versionId === move.versionId)
}

function isEarly(timeline: Timeline, move: FileEvent): boolean {
  const report = reportOf(timeline, move)
  return report !== undefined && report.seq > move.seq
}

/** One arrival of a version gives one report, and no report's name is used twice. */
function reportedTwice({ events }: Timeline): string[] {
  const found = events.filter(({ kind }) => kind === 'reported')
  return found
    .filter((report, index) => {
      const earlier = found.slice(0, index).filter(({ versionId }) => versionId === report.versionId)
      const before = events.filter(({ seq }) => seq < report.seq)
      const allowed = arrivals(before).filter(({ versionId }) => versionId === report.versionId).length
      return earlier.length >= Math.max(1, allowed) || earlier.some((one) => isSameName(one, report))
    })
    .map(label)
}

function isSameName(one: FileEvent, other: FileEvent): boolean {
  return one.kind === 'reported' && other.kind === 'reported' && one.reportName === other.reportName
}

/** Each stay in INCOMING ends with one move. A rename in `_PROCESSED` needs a version that came meanwhile. */
function movedTwice({ events }: Timeline): string[] {
  let moved: string | undefined
  const twice: FileEvent[] = []
  for (const event of events) {
    if (event.kind === 'arrived') moved = undefined
    if (event.kind !== 'moved') continue
    if (moved === event.versionId) twice.push(event)
    moved = event.versionId
  }
  return twice.map(label)
}

function isWithdrawnThoughPresent(timeline: Timeline, evidence: Evidence): boolean {
  if (!isWaiting(timeline, evidence)) return false
  const runs = evidence.runs.filter(({ fileId }) => fileId === timeline.fileId)
  return runs.some(({ state }) => state === 'withdrawn') && !runs.some(isOpen)
}

/** The report contains the SHA-1 of its version, as Box has it. */
function isProved(report: FileEvent, { files, digestsByReport }: Evidence): boolean {
  if (report.kind !== 'reported') return false
  const version = files.flatMap(({ versions }) => versions).find(({ id }) => id === report.versionId)
  return version !== undefined && (digestsByReport[report.reportId] ?? []).includes(version.sha1)
}

/** From the last arrival of a version to its report. */
function waits({ events }: Timeline): number[] {
  return events.flatMap((report) => {
    if (report.kind !== 'reported') return []
    const arrival = arrivals(events).findLast(
      ({ versionId, seq }) => versionId === report.versionId && seq < report.seq,
    )
    return arrival === undefined ? [] : [report.atMs - arrival.atMs]
  })
}

function percentiles(values: number[]): { p50: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

function countFaults({ requests }: Evidence): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { faultKind } of requests) {
    if (faultKind !== undefined) counts[faultKind] = (counts[faultKind] ?? 0) + 1
  }
  return counts
}
