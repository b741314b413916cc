import type { SweepInput, SweepResult } from '../../workflows/scheduled/sweep-incoming'
import { plural } from '../../workflows/text'
import { clientNamed } from '../client-config'
import type { Command, OptionValues } from '../command'
import { CliError, exitCodes } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { requireWorker } from '../open-run'

const timeoutMs = 10 * 60_000
const minuteMs = 60_000

export const sweep: Command = {
  name: 'sweep',
  arguments: [],
  summary: 'Start a run for each file in INCOMING that has none',
  examples: ['sweep --dry-run', 'sweep --client acme', 'sweep --client acme --rate 60'],
  json: {
    'workflowId?': 'string',
    'folders?': 'number',
    'files?': 'number',
    'boxCalls?': 'number',
    'started?': 'number',
    'waiting?': 'number',
    'skipped?': 'object',
    'isComplete?': 'boolean',
    'examples?': ['object'],
    'problems?': ['object'],
    ...dryRunShape,
  },
  details:
    'A worker does it, as on schedule. It calls Box once ' +
    'for each folder, each 1,000 files and each start.\n' +
    'With --rate it goes on in the background until nothing waits: for the back-fill of a new client.\n' +
    'It prints the workflow id of the back-fill; the Web UI shows how far it is.',
  options: [
    { flags: '--client <id>', description: 'only the INCOMING folders of this client' },
    { flags: '--rate <n>', description: 'back-fill: start this many runs a minute' },
    { flags: '--dry-run', description: 'only show which files would get a run' },
  ],
  run: async ({ temporal, output, config, clientConfig, waitFor }, _, options) => {
    const { client } = options
    const { sweepInput } = await import('../../runs/schedules.js')
    const { runScheduled } = await import('../../runs/run-scheduled.js')
    const { startBackFill } = await import('../../runs/run-sweep.js')
    if (typeof client === 'string') clientNamed(clientConfig(), client)
    const { taskQueue } = config().temporal
    const { repeatEveryMs, ...input } = inputOf(options, sweepInput(config().sweep))
    const connected = await temporal()
    if (repeatEveryMs !== undefined && !input.isDryRun) {
      const workflowId = await startBackFill(connected, taskQueue, { ...input, repeatEveryMs })
      output.data(
        { workflowId },
        `Back-fill started: ${workflowId}, ${plural(input.maxStarts, 'run')} a minute`,
      )
      return undefined
    }
    await requireWorker(connected, taskQueue)
    waitFor('a worker that reads INCOMING')
    const round = await runScheduled(connected, taskQueue, 'sweepIncoming', input)
    const result = await round.result(timeoutMs)
    output.data(input.isDryRun ? { ...result, dryRun: true } : result, textOf(result, input.isDryRun))
    for (const problem of result.problems)
      output.message(`${problem.clientId}: folder ${problem.folderId}: ${problem.message}`)
    return result.problems.length > 0 ? exitCodes.partial : undefined
  },
}

/** A person asks for now: files that have just arrived count too. */
function inputOf({ client, rate, dryRun }: OptionValues, defaults: SweepInput): SweepInput {
  return {
    ...defaults,
    minAgeMs: 0,
    isDryRun: dryRun === true,
    ...(typeof client === 'string' ? { clientId: client } : {}),
    ...(rate === undefined ? {} : { maxStarts: rateOf(rate), repeatEveryMs: minuteMs }),
  }
}

function rateOf(rate: string | boolean): number {
  if (typeof rate === 'string' && /^[1-9]\d{0,2}$/.test(rate)) return Number(rate)
  throw new CliError('usage', `--rate is ${String(rate)}, expected a whole number from 1 to 999`)
}

function textOf(result: SweepResult, isDryRun: boolean): string {
  const { folders, files, boxCalls, started, waiting, skipped, examples, isComplete } = result
  const skips = Object.entries(skipped).map(([reason, count]) => `${reason} ${count}`)
  return [
    `${plural(files, 'file')} in ${plural(folders, 'folder')}, ${plural(boxCalls, 'call')} to Box`,
    isDryRun ? `Without a run: ${waiting}` : `Started: ${started}, still without a run: ${waiting}`,
    ...(skips.length > 0 ? [`Skipped: ${skips.join(', ')}`] : []),
    ...(isComplete ? [] : ['Not all folders were read: the limit of calls was reached.']),
    ...examples.map(({ clientId, fileId, name }) => `  ${clientId}  ${fileId}  ${name}`),
  ].join('\n')
}
