import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { addAdminUser } from '../../config/admin-users'

/** Who may sign in to the admin pages of the sandbox. */
export interface AdminUser {
  name: string
  password: string
}

/** Created once, with a random password, as `admin-cli users add` does. */
export async function adminUser(usersFile: string, stateDir: string): Promise<AdminUser> {
  const passwordFile = join(stateDir, 'admin-password')
  const name = 'admin'
  if (existsSync(passwordFile) && existsSync(usersFile))
    return { name, password: readFileSync(passwordFile, 'utf8') }
  const password = randomBytes(12).toString('base64url')
  await addAdminUser(usersFile, { name, password })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  return { name, password }
}
