import type { Command } from '../command'
import { table } from '../table'

export const usersList: Command = {
  name: 'users list',
  arguments: [],
  summary: 'List who can sign in to the admin pages with a password',
  examples: ['users list', 'users list --json'],
  json: [{ name: 'string', changedAt: 'string' }],
  options: [],
  run: async ({ config, output }) => {
    const { readAdminUsers } = await import('../../config/admin-users.js')
    const users = [...readAdminUsers(config().pages.usersFile).values()]
    const rows = users.map(({ name, changedAt }) => ({ name, changedAt }))
    output.data(
      rows,
      rows.length === 0
        ? ''
        : table(
            ['USER', 'PASSWORD SINCE'],
            rows.map(({ name, changedAt }) => [name, changedAt]),
          ),
    )
    if (rows.length === 0) output.message('No users. Add one: admin-cli users add <name>')
    return undefined
  },
}
