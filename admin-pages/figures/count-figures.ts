import type { RunSummary } from '../../runs/find-run'

/** The figures of one client in one month (UTC). */
export interface Figures {
  client: string
  /** `2026-11` */
  month: string
  /** Different Box files with a verdict. */
  files: number
  /** Runs with a verdict. */
  judged: number
  passed: number
  /** Judged runs for each file: 1 means that no file came again. */
  deliveriesPerFile: number
  /** From the arrival to the end of the run, in seconds: report filed and source moved. */
  medianSeconds: number
  p95Seconds: number
}

/** Figures from runs as Temporal lists them, the newest month first, then by client. */
export function countFigures(runs: RunSummary[]): Figures[] {
  const groups = new Map<string, RunSummary[]>()
  for (const run of runs) {
    if (run.verdict === '' || run.closedAt === undefined) continue
    const key = `${run.startedAt.slice(0, 7)} ${run.client}`
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups]
    .map(([key, group]) => figuresOf(key, group))
    .sort((a, b) => b.month.localeCompare(a.month) || a.client.localeCompare(b.client))
}

function figuresOf(key: string, runs: RunSummary[]): Figures {
  const [month = '', client = ''] = key.split(' ')
  const files = new Set(runs.map(({ workflowId }) => workflowId.split('/')[2])).size
  const seconds = runs
    .map(({ startedAt, closedAt = startedAt }) => (Date.parse(closedAt) - Date.parse(startedAt)) / 1000)
    .sort((a, b) => a - b)
  return {
    client,
    month,
    files,
    judged: runs.length,
    passed: runs.filter(({ verdict }) => verdict === 'pass').length,
    deliveriesPerFile: runs.length / files,
    medianSeconds: quantile(seconds, 0.5),
    p95Seconds: quantile(seconds, 0.95),
  }
}

/** The smallest value that at least this share of the values does not exceed. */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
