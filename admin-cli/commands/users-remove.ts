import type { Command } from '../command'
import { confirmed } from '../confirm'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'

export const usersRemove: Command = {
  name: 'users remove',
  arguments: ['<name>'],
  summary: 'Remove a user of the admin pages, which ends all sessions of that person',
  examples: ['users remove maria', 'users remove maria --yes'],
  json: { name: 'string', file: 'string', removed: 'boolean', ...dryRunShape },
  options: [
    { flags: '--yes', description: 'do not ask for confirmation' },
    { flags: '--dry-run', description: 'show what would be done' },
  ],
  run: async (context, [name = ''], { yes, dryRun }) => {
    const { readAdminUsers, removeAdminUser } = await import('../../config/admin-users.js')
    const { usersFile: file } = context.config().pages
    if (!readAdminUsers(file).has(name.trim().toLowerCase()))
      throw new CliError('notFound', `no user "${name}" in ${file}`, 'See: admin-cli users list')
    if (dryRun === true) {
      context.output.data(
        { name, file, removed: false, dryRun: true },
        `${name}: would be removed from ${file}`,
      )
      return undefined
    }
    await confirmed(context, `Remove the user ${name}?`, yes === true)
    const removed = await removeAdminUser(file, name)
    context.output.data({ name, file, removed }, `${name}: removed from ${file}`)
    return undefined
  },
}
