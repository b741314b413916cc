import { parseArgs } from 'node:util'

import { badCount } from './check-evidence'
import { type ChaosResult, runChaos, type RunOptions } from './run-chaos'

const usage = `npm run chaos -- [--uploads 100] [--seed 1] [--minutes 3] [--workers 2] [--temporal HOST:PORT]
                    [--settle-minutes 10] [--keep] [--json]

Plays a seeded run of failures on the whole installation, then judges it from Box's log and contents and from
Temporal. Ends with 0 when every bad column is 0, with 8 otherwise.

  --temporal   an existing cluster, which is then not killed; default: a dev server with a database file
  --keep       keeps the directory with all logs and the evidence, as a bad run always does; --json
               prints its path`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      uploads: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '3' },
      workers: { type: 'string', default: '2' },
      'settle-minutes': { type: 'string', default: '10' },
      temporal: { type: 'string' },
      ...{ keep: { type: 'boolean' }, json: { type: 'boolean' } },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const options: RunOptions = {
    uploads: numberOf('uploads', values.uploads),
    seed: numberOf('seed', values.seed),
    minutes: numberOf('minutes', values.minutes),
    workers: numberOf('workers', values.workers),
    settleMs: numberOf('settle-minutes', values['settle-minutes']) * 60_000,
    temporalAddress: values.temporal,
    keep: values.keep ?? false,
    say: (line) => console.error(`chaos: ${line}`),
  }
  const result = await runChaos(options)
  console.log(values.json ? JSON.stringify(result, null, 2) : tableOf(result))
  return badCount(result) === 0 ? 0 : 8
}

function numberOf(name: string, text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new Error(`--${name} is ${text}, expected a number above 0`)
  return value
}

function tableOf(result: ChaosResult): string {
  const { uploads, reports, moves, bytesProved, runs, startedBySweep, steps, faulty } = result
  const { uploadToReportMs, faults, seconds } = result
  const rows: [string, string | number][] = [
    ['seed', result.seed],
    ['uploads', uploads],
    ['reports', reports],
    ['moves', moves],
    ['bytes proved', bytesProved],
    ['runs', `${runs}, of these started by a sweep: ${startedBySweep}`],
    ['steps', `${steps.calls}, retried ${steps.retried}, most attempts ${steps.most}`],
    ...Object.entries(faulty).map(([name, list]: [string, string[]]): [string, string] => [
      name,
      [list.length, ...list.slice(0, 5)].join('  '),
    ]),
    ['upload to report, ms', `p50 ${uploadToReportMs.p50}, p99 ${uploadToReportMs.p99}`],
    ['faults by kind', pairs(faults)],
    ['actions', pairs(result.actions)],
    ['seconds', pairs(seconds)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(24)}${value}`).join('\n')
}

function pairs(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(
      `chaos: ${error instanceof Error ? error.message : String(error)} (usage: npm run chaos -- --help)`,
    )
    process.exit(1)
  },
)
