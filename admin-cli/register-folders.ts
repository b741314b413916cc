import { webhooksByFolder } from '../box/registered-webhooks'
import type { Client } from '../config/parse-client'
import { messageOf } from '../workflows/text'
import type { Context, OptionValues } from './command'
import { CliError, exitCodes } from './exit-codes'
import type { JsonShape } from './json-shape'
import { carryOut, type Planned, planned, registeredLine } from './register-webhook'

export const registerOptions = [
  { flags: '--dry-run', description: 'show what would be done' },
  { flags: '--move', description: 'allow to change the address of a webhook that exists' },
]

export const registeredShape = {
  clientId: 'string',
  folderId: 'string',
  action: 'CREATED | UPDATED | SKIP',
  'webhookId?': 'string',
  'was?': 'string',
  'dryRun?': 'true',
} satisfies JsonShape

/**
 * Registers every INCOMING folder of the clients; one that fails does not stop the others. A webhook with
 * another address belongs to another installation, or the address has a typing error: nothing is changed
 * without `--move`.
 */
export async function registerFolders(
  context: Pick<Context, 'box' | 'output'>,
  clients: Client[],
  address: string,
  { dryRun, move }: OptionValues,
): Promise<number | undefined> {
  const { output } = context
  const box = await context.box()
  const existing = await webhooksByFolder(box)
  const plan = clients.flatMap(({ id, incomingFolders }) =>
    incomingFolders.map(({ folderId }) => planned(existing, { clientId: id, folderId, address })),
  )
  const moved = plan.filter(({ was }) => was !== undefined && was !== address)
  if (dryRun === true) {
    output.data(
      plan.map((one) => ({ ...withoutAddress(one), dryRun: true })),
      plan.map((one) => registeredLine(one, true)).join('\n'),
    )
    if (moved.length > 0)
      output.message(move === true ? takeOver : `Without --dry-run this needs --move. ${takeOver}`)
    return undefined
  }
  if (moved.length > 0 && move !== true) throw needsMove(moved, address)
  const results = await carryOutAll(context, plan)
  output.data(results.map(withoutAddress), results.map((one) => registeredLine(one)).join('\n'))
  if (moved.length > 0) output.message(takeOver)
  return results.length === plan.length ? undefined : exitCodes.partial
}

/** Throws when all of them fail. */
async function carryOutAll(
  { box, output }: Pick<Context, 'box' | 'output'>,
  plan: Planned[],
): Promise<Planned[]> {
  const results: Planned[] = []
  const failures: unknown[] = []
  for (const one of plan) {
    try {
      results.push(await carryOut(await box(), one))
    } catch (error) {
      failures.push(error)
      if (plan.length > 1) output.message(`${one.clientId} (${one.folderId}): FAILED — ${messageOf(error)}`)
    }
  }
  if (failures.length > 0 && failures.length === plan.length) throw failures[0]
  return results
}

function withoutAddress({ address: _, ...one }: Planned): Omit<Planned, 'address'> {
  return one
}

const takeOver =
  'Box allows one webhook per folder, application and user: an installation at the old ' +
  'address no longer gets deliveries. Dev and prod on the same folders need two Box apps.'

/** The refusal to change the address of webhooks that exist. */
export function needsMove(moved: Planned[], address: string): CliError {
  const lines = moved.map(({ clientId, folderId, was }) => `  ${clientId} (${folderId}): ${was ?? ''}`)
  return new CliError(
    'conflict',
    `${moved.length} webhooks have another address than ${address}:\n${lines.join('\n')}`,
    `Nothing was changed. Is the address right? Add --move to change it. ${takeOver}`,
  )
}
