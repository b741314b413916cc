import type { Client } from '@temporalio/client'

import { searchAttributes } from '../../workflows/contract'
import type { Command } from '../command'
import { CliError } from '../exit-codes'

/** Dedup of closed runs lasts as long as the namespace keeps them. */
const leastRetentionDays = 30
const daySeconds = 86_400

/** The numbers of Temporal's `IndexedValueType`. */
const indexedTypes = { KEYWORD: 2, DOUBLE: 4 } as const

export const setup: Command = {
  name: 'setup',
  arguments: [],
  summary:
    'Prepare the Temporal namespace: search attributes, and a retention of 30 days or more. Safe to run again',
  options: [{ flags: '--dry-run', description: 'show what would be done' }],
  run: async ({ temporal, output }, _, { dryRun }) => {
    const client = await temporal()
    const { namespace } = client.options
    const added = await addSearchAttributes(client, namespace, dryRun === true)
    const retention = await raiseRetention(client, namespace, dryRun === true)
    const would = dryRun === true ? 'would be ' : ''
    const lines = [
      `Namespace ${namespace}`,
      added.length === 0
        ? 'Search attributes: all there'
        : `Search attributes ${would}added: ${added.join(', ')}`,
      retention.after === retention.before
        ? `Retention: ${retention.before} days`
        : `Retention ${would}raised from ${retention.before} to ${retention.after} days`,
    ]
    output.data(
      { namespace, added, retentionDays: retention.after, dryRun: dryRun === true },
      lines.join('\n'),
    )
    return undefined
  },
}

async function addSearchAttributes(client: Client, namespace: string, isDryRun: boolean): Promise<string[]> {
  const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace })
  const present = new Map<string, number>(Object.entries(customAttributes))
  const wrong = Object.entries(searchAttributes).filter(([name, type]) => {
    const there = present.get(name)
    return there !== undefined && there !== indexedTypes[type]
  })
  if (wrong.length > 0)
    throw new CliError(
      'conflict',
      `search attributes of another type are there: ${wrong.map(([name, type]) => `${name} (expected ${type})`).join(', ')}`,
      'Remove them with: temporal operator search-attribute remove',
    )
  const missing = Object.entries(searchAttributes).filter(([name]) => !present.has(name))
  if (missing.length === 0 || isDryRun) return missing.map(([name]) => name)
  await client.connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, indexedTypes[type]])),
  })
  await untilUsable(client)
  return missing.map(([name]) => name)
}

/** The server's front ends learn of a new attribute a moment later; a start before that fails. */
async function untilUsable(client: Client): Promise<void> {
  const query = Object.entries(searchAttributes)
    .map(([name]) => `${name} IS NULL`)
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
  const after = Math.max(before, leastRetentionDays)
  if (after > before && !isDryRun) {
    await client.connection.workflowService.updateNamespace({
      namespace,
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the message takes a number where its type says Long
      config: { workflowExecutionRetentionTtl: { seconds: after * daySeconds } as never },
    })
  }
  return { before, after }
}
