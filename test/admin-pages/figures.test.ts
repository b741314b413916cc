import { countFigures } from '../../admin-pages/figures/count-figures'
import type { RunSummary } from '../../runs/find-run'

function run(client: string, file: number, verdict: string, startedAt: string, seconds: number): RunSummary {
  const closedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString()
  return {
    ...{ workflowId: `qc/${client}/${file}/${startedAt}`, runId: '', state: 'done', client, profile: '' },
    ...{ file: '', step: '', errorType: '', verdict, score: undefined, startedAt, closedAt },
  }
}

const november = '2026-11-24T09:30:00.000Z'
const october = '2026-10-31T23:59:59.000Z'

test('counts files, pass rate, deliveries and times by client and month, the newest month first', () => {
  const runs = [
    run('acme', 1, 'fail', november, 10),
    run('acme', 1, 'pass', november, 20),
    run('acme', 2, 'pass', november, 60),
    run('acme', 3, 'pass', october, 5),
    run('globex', 4, 'review', november, 1),
    run('globex', 5, '', november, 1),
    { ...run('globex', 6, 'error', november, 1), closedAt: undefined },
  ]
  expect(countFigures(runs)).toEqual([
    {
      client: 'acme',
      month: '2026-11',
      files: 2,
      judged: 3,
      passed: 2,
      deliveriesPerFile: 1.5,
      medianSeconds: 20,
      p95Seconds: 60,
    },
    {
      client: 'globex',
      month: '2026-11',
      files: 1,
      judged: 1,
      passed: 0,
      deliveriesPerFile: 1,
      medianSeconds: 1,
      p95Seconds: 1,
    },
    {
      client: 'acme',
      month: '2026-10',
      files: 1,
      judged: 1,
      passed: 1,
      deliveriesPerFile: 1,
      medianSeconds: 5,
      p95Seconds: 5,
    },
  ])
})

test('without runs there are no figures', () => {
  expect(countFigures([])).toEqual([])
})
