import type { Command } from '../command'
import { dryRunShape } from '../json-shape'
import { readPassword } from '../read-password'

export const usersAdd: Command = {
  name: 'users add',
  arguments: ['<name>'],
  summary: 'Let a person sign in to the admin pages, or give a person a new password',
  examples: [
    'users add maria',
    'users add maria --password-stdin < password.txt',
    'users add maria --dry-run',
  ],
  details:
    'The password is asked for on the terminal. Only its scrypt hash is stored. A new password ends all ' +
    'sessions of that person.',
  json: { name: 'string', file: 'string', change: 'added | changed', ...dryRunShape },
  options: [
    { flags: '--password-stdin', description: 'read the password from the first line of stdin' },
    { flags: '--dry-run', description: 'show what would be done' },
  ],
  run: async (context, [name = ''], { passwordStdin, dryRun }) => {
    const { addAdminUser, readAdminUsers } = await import('../../config/admin-users.js')
    const { usersFile: file } = context.config().pages
    if (dryRun === true) {
      const change = readAdminUsers(file).has(name.trim().toLowerCase()) ? 'changed' : 'added'
      context.output.data({ name, file, change, dryRun: true }, `${name}: would be ${change} in ${file}`)
      return undefined
    }
    const password = await readPassword(context, passwordStdin === true)
    const change = await addAdminUser(file, { name, password })
    context.output.data({ name, file, change }, `${name}: ${change} in ${file}`)
    return undefined
  },
}
