import type { Command } from '../command'
import { confirmed } from '../confirm'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { waiverShape } from '../shapes'
import { waiverText } from '../waiver-text'

export const waiversRemove: Command = {
  name: 'waivers remove',
  arguments: ['<id>'],
  summary: 'Accept findings no longer, starting with the next run',
  examples: ['waivers remove w-1f3a9c2e', 'waivers remove w-1f3a9c2e --yes'],
  details: 'Reports that were made with it stay as they are. The log keeps it.',
  json: { ...waiverShape, removed: 'boolean', ...dryRunShape },
  options: [
    { flags: '--yes', description: 'do not ask for confirmation' },
    { flags: '--dry-run', description: 'show what would be removed' },
  ],
  run: async (context, [id = ''], { yes, dryRun }) => {
    const { waivers } = context.clientConfig()
    const waiver = waivers.list().find((one) => one.id === id)
    if (waiver === undefined)
      throw new CliError('notFound', `no waiver "${id}"`, 'See: admin-cli waivers list')
    const words = `${id}, ${waiverText(waiver)}`
    if (dryRun === true) {
      context.output.data({ ...waiver, removed: false, dryRun: true }, `Would remove ${words}`)
      return undefined
    }
    await confirmed(context, `Remove ${words}?`, yes === true)
    const removed = await waivers.remove(id, context.user)
    context.output.data({ ...waiver, removed: removed !== undefined }, `Removed ${words}`)
    return undefined
  },
}
