import type { PruneInput, PruneResult } from '../../workflows/scheduled/prune-reports'
import { plural } from '../../workflows/text'
import { clientNamed } from '../client-config'
import type { Command, OptionValues } from '../command'
import { confirmed } from '../confirm'
import { CliError, exitCodes } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { requireWorker } from '../open-run'

const timeoutMs = 10 * 60_000

export const reportsPrune: Command = {
  name: 'reports prune',
  arguments: [],
  summary: 'Move old reports from REPORTS to the trash of Box',
  examples: [
    'reports prune --older-than 90d --dry-run',
    'reports prune --older-than 90d --client acme --yes',
  ],
  json: {
    folders: 'number',
    files: 'number',
    boxCalls: 'number',
    deleted: 'number',
    waiting: 'number',
    skipped: 'object',
    isComplete: 'boolean',
    examples: ['object'],
    problems: ['object'],
    ...dryRunShape,
  },
  details:
    'A worker does it. Only reports that our service account ' +
    'made, directly in the REPORTS folder of a client or\n' +
    'in its sub-folders named after a month (2026-11). The ' +
    'report of an open run stays, and that of a source that\n' +
    'is still in INCOMING. Without --yes it counts first, then asks.',
  options: [
    { flags: '--older-than <days>', description: 'age in days since the last change, such as 90d' },
    { flags: '--client <id>', description: 'only the reports of this client' },
    { flags: '--dry-run', description: 'only show what would be deleted' },
    { flags: '--yes', description: 'do not ask for confirmation' },
  ],
  run: async (context, _, options) => {
    const { temporal, output, config, clientConfig, waitFor } = context
    const { pruneInput } = await import('../../runs/schedules.js')
    const { runScheduled } = await import('../../runs/run-scheduled.js')
    const { client } = options
    if (typeof client === 'string') clientNamed(clientConfig(), client)
    const input = {
      ...pruneInput(daysOf(options)),
      ...(typeof client === 'string' ? { clientId: client } : {}),
    }
    const run = async (wanted: PruneInput): Promise<PruneResult> => {
      const { taskQueue } = config().temporal
      const connected = await temporal()
      await requireWorker(connected, taskQueue)
      waitFor('a worker that reads REPORTS')
      const round = await runScheduled(connected, taskQueue, 'pruneReports', wanted)
      return round.result(timeoutMs)
    }
    const isDryRun = options.dryRun === true
    if (!isDryRun && options.yes !== true) {
      const { waiting, isComplete } = await run({ ...input, isDryRun: true })
      const count = `${isComplete ? '' : 'at least '}${waiting}`
      await confirmed(context, `Move ${count} reports to the trash of Box?`, false)
    }
    const result = await run({ ...input, isDryRun })
    output.data(isDryRun ? { ...result, dryRun: true } : result, textOf(result, isDryRun))
    for (const problem of result.problems)
      output.message(`${problem.clientId}: folder ${problem.folderId}: ${problem.message}`)
    return result.problems.length > 0 ? exitCodes.partial : undefined
  },
}

function daysOf({ olderThan }: OptionValues): number {
  const [, days] = /^([1-9]\d{0,4})d?$/.exec(String(olderThan)) ?? []
  if (days !== undefined) return Number(days)
  throw new CliError(
    'usage',
    olderThan === undefined
      ? '--older-than is missing'
      : `--older-than is ${String(olderThan)}, expected a number of days such as 90d`,
    'Try: admin-cli reports prune --older-than 90d --dry-run',
  )
}

function textOf(result: PruneResult, isDryRun: boolean): string {
  const { folders, files, boxCalls, deleted, waiting, skipped, isComplete, examples } = result
  const skips = Object.entries(skipped).map(([reason, count]) => `${reason} ${count}`)
  return [
    `${plural(files, 'file')} in ${plural(folders, 'folder')}, ${plural(boxCalls, 'call')} to Box`,
    isDryRun ? `Old reports: ${waiting}` : `Moved to the trash: ${deleted}`,
    ...(skips.length > 0 ? [`Kept: ${skips.join(', ')}`] : []),
    ...(isComplete ? [] : ['Not all folders were read: the limit of calls was reached.']),
    ...examples.map(({ clientId, fileId, name }) => `  ${clientId}  ${fileId}  ${name}`),
  ].join('\n')
}
