import { Counter, Gauge, Registry } from 'prom-client'

import type { ScheduledCounts } from '../asset/dependencies'

/** What the scheduled workflows found. Any worker runs them: sum the counters over all workers. */
export function createScheduledMetrics(): { registry: Registry; counts: ScheduledCounts } {
  const registers = [new Registry()]
  const [registry = new Registry()] = registers
  const counter = (name: string, help: string) => new Counter({ name, help, registers })
  const time = (name: string, help: string) => new Gauge({ name, help, registers })
  const webhookProblems = new Counter({
    name: 'qc_webhook_problems_total',
    help: 'Problems of webhooks by kind (missing, address, triggers, silent, session), once a check',
    labelNames: ['kind'] as const,
    registers,
  })
  const webhookRepairs = counter('qc_webhook_repairs_total', 'Webhooks that the check repaired')
  const webhookCheckTime = time('qc_webhook_check_time_seconds', 'When the last check of webhooks ended')
  const sweepStarts = counter(
    'qc_sweep_starts_total',
    'Runs that a sweep started: their deliveries were lost',
  )
  const sweepProblems = counter('qc_sweep_problems_total', 'INCOMING folders that a sweep could not read')
  const sweepTime = time('qc_sweep_time_seconds', 'When the last sweep ended')
  const stalled = counter(
    'qc_stalled_runs_total',
    'Runs whose workflow task Temporal has lost, once a scheduled sweep',
  )
  const pruned = counter('qc_reports_pruned_total', 'Old reports that went to the trash of Box')
  const pruneProblems = counter(
    'qc_reports_prune_problems_total',
    'Folders whose reports could not be deleted',
  )
  return {
    registry,
    counts: {
      webhookProblem: (kind, isRepaired) => {
        webhookProblems.inc({ kind })
        if (isRepaired) webhookRepairs.inc()
      },
      webhookCheckEnded: () => webhookCheckTime.setToCurrentTime(),
      sweepEnded: (starts, problems) => {
        sweepStarts.inc(starts)
        sweepProblems.inc(problems)
        sweepTime.setToCurrentTime()
      },
      runsStalled: (count) => stalled.inc(count),
      pruneEnded: (deleted, problems) => {
        pruned.inc(deleted)
        pruneProblems.inc(problems)
      },
    },
  }
}
