import type { RunSummary } from '../../runs/find-run'

/** The figures of one client in one month (UTC). */
export interface Figures {
  client: string
  /** `2026-11` */
  month: string
  /** Assets with a verdict. A corrected one comes again under its name, mostly as a new Box file. */
  assets: number
  /** Runs with a verdict. */
  judged: number
  passed: number
  /** Assets that came more than once. */
  redelivered: number
  /** Judged runs for each asset: 1 means that none came again. */
  deliveriesPerAsset: number
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
  const deliveries = new Map<string, number>()
  for (const run of runs) deliveries.set(assetOf(run), (deliveries.get(assetOf(run)) ?? 0) + 1)
  const seconds = runs
    .map(({ startedAt, closedAt = startedAt }) => (Date.parse(closedAt) - Date.parse(startedAt)) / 1000)
    .sort((a, b) => a - b)
  return {
    client,
    month,
    assets: deliveries.size,
    judged: runs.length,
    passed: runs.filter(({ verdict }) => verdict === 'pass').length,
    redelivered: [...deliveries.values()].filter((count) => count > 1).length,
    deliveriesPerAsset: runs.length / deliveries.size,
    medianSeconds: quantile(seconds, 0.5),
    p95Seconds: quantile(seconds, 0.95),
  }
}

/** By its name; where Temporal must not know names, by its Box file. */
function assetOf({ file, workflowId }: RunSummary): string {
  return file === '' ? (workflowId.split('/')[2] ?? '') : file.toLowerCase()
}

/** The smallest value that at least this share of the values does not exceed. */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
