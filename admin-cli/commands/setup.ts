import type { Client } from '@temporalio/client'

import type { Config } from '../../config/load-config'
import { searchAttributes } from '../../workflows/contract'
import {
  attributeNames,
  compareSearchAttributes,
  indexedTypes,
  isApiClosed,
} from '../../workflows/search-attributes'
import { plainGrpc } from '../../runs/plain-grpc'
import { messageOf } from '../../workflows/text'
import type { Command } from '../command'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'

/** Operators look at closed runs for this long. */
const minRetentionDays = 30
const daySeconds = 86_400

export const setup: Command = {
  name: 'setup',
  arguments: [],
  summary:
    'Prepare the Temporal namespace: search attributes, schedules, 30 days of retention. Safe to repeat',
  examples: ['setup --dry-run', 'setup'],
  json: {
    namespace: 'string',
    added: ['string'],
    retentionDays: 'number',
    schedules: [{ id: 'string', change: 'string' }],
    ...dryRunShape,
  },
  options: [{ flags: '--dry-run', description: 'show what would be done' }],
  run: async ({ temporal, output, config, waitFor }, _, { dryRun }) => {
    const client = await temporal()
    waitFor('Temporal to take up the search attributes')
    const { namespace } = client.options
    const added = await addSearchAttributes(client, namespace, dryRun === true)
    const retention = await raiseRetention(client, namespace, dryRun === true)
    const schedules = await setUpSchedules(client, config(), dryRun === true)
    const would = dryRun === true ? 'would be ' : ''
    const lines = [
      `Namespace ${namespace}`,
      added.length === 0
        ? 'Search attributes: all present'
        : `Search attributes ${would}added: ${added.join(', ')}`,
      retention.after === retention.before
        ? `Retention: ${retention.before} days`
        : `Retention ${would}raised from ${retention.before} to ${retention.after} days`,
      ...schedules.map(({ id, change }) => `Schedule ${id}: ${would}${change}`),
    ]
    const result = { namespace, added, retentionDays: retention.after, schedules }
    output.data(dryRun === true ? { ...result, dryRun: true } : result, lines.join('\n'))
    return undefined
  },
}

async function setUpSchedules(client: Client, config: Config, isDryRun: boolean) {
  const { taskQueue } = config.temporal
  const { ensureSchedule, removeOtherSchedules, schedulesOf } = await import('../../runs/schedules.js')
  const results: { id: string; change: string }[] = []
  for (const schedule of schedulesOf(taskQueue, config)) {
    const change = isDryRun ? 'created or updated' : await ensureSchedule(client, taskQueue, schedule)
    results.push({ id: schedule.id, change })
  }
  for (const id of await removeOtherSchedules(client, taskQueue, config, { isDryRun }))
    results.push({ id, change: 'removed' })
  return results
}

async function addSearchAttributes(client: Client, namespace: string, isDryRun: boolean): Promise<string[]> {
  const { operatorService } = client.connection
  try {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace })
    const { missing, wrongType } = compareSearchAttributes(customAttributes)
    if (wrongType.length > 0) throw ofWrongType(wrongType)
    if (missing.length === 0 || isDryRun) return missing
    const types = Object.fromEntries(missing.map((name) => [name, indexedTypes[searchAttributes[name]]]))
    await operatorService.addSearchAttributes({ namespace, searchAttributes: types })
    await untilUsable(client)
    return missing
  } catch (error) {
    throw explained(error)
  }
}

function ofWrongType(wrongType: string[]): CliError {
  return new CliError(
    'conflict',
    `search attributes have the wrong type: ${wrongType.join(', ')}`,
    'Remove each with: temporal operator search-attribute ' +
      'remove --name <name>. Then run admin-cli setup again',
  )
}

/** The server's refusal as a next step; every other error as it is. */
function explained(error: unknown): unknown {
  if (error instanceof CliError) return error
  if (isApiClosed(error))
    return new CliError(
      'permission',
      `Temporal does not let us manage search attributes: ${plainGrpc(messageOf(error))}`,
      'On Temporal Cloud add them in its web console or with: tcld namespace search-attributes add. ' +
        `Needed: ${attributeNames().map(cliType).join(', ')}`,
      { cause: error },
    )
  const isRefused = error instanceof Error && 'code' in error && [3, 9].some((code) => code === error.code)
  if (!isRefused) return error
  return new CliError(
    'conflict',
    `Temporal refused the search attributes: ${plainGrpc(messageOf(error))}`,
    'A namespace on SQL has room for 10 attributes of type ' +
      'Keyword, 8 of them for this product. See the present ' +
      'ones with: temporal operator search-attribute list. ' +
      'Use another namespace, or remove one that is not used',
    { cause: error },
  )
}

function cliType(name: keyof typeof searchAttributes): string {
  return `${name}=${searchAttributes[name] === 'KEYWORD' ? 'Keyword' : 'Double'}`
}

/** The server's front ends see a new attribute a moment later; a start before that fails. */
async function untilUsable(client: Client): Promise<void> {
  const query = attributeNames()
    .map((name) => `${name} IS NULL`)
    .join(' OR ')
  const deadline = Date.now() + 60_000
  for (;;) {
    try {
      await client.workflow.count(query)
      return
    } catch (cause) {
      if (Date.now() > deadline)
        throw new CliError(
          'upstreamDown',
          'the new search attributes are not usable after 60 s',
          'Run admin-cli setup again',
          { cause },
        )
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

async function raiseRetention(
  client: Client,
  namespace: string,
  isDryRun: boolean,
): Promise<{ before: number; after: number }> {
  const { config } = await client.connection.workflowService.describeNamespace({ namespace })
  const before = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) / daySeconds
  const after = Math.max(before, minRetentionDays)
  if (after > before && !isDryRun) {
    await client.connection.workflowService.updateNamespace({
      namespace,
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- its type says Long
      config: { workflowExecutionRetentionTtl: { seconds: after * daySeconds } as never },
    })
  }
  return { before, after }
}
