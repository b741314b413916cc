import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readAdminUsers, verifyPassword } from '../../config/admin-users'
import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'

let folder: string
let env: Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-users-'))
  env = { PAGES_USERS_FILE: join(folder, 'users.json') }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('users are added with a hashed password, listed, and removed after a confirmation', async () => {
  const password = 'correct horse battery'
  const file = join(folder, 'users.json')
  const added = await withInput(
    ['users', 'add', 'Maria', '--password-stdin', '--json'],
    `${password}\nrest\n`,
  )
  expect(documented('users add', added.stdout)).toEqual({ name: 'Maria', file, change: 'added' })
  expect(await verifyPassword(readAdminUsers(file), 'maria', password)).toMatchObject({ name: 'maria' })
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const listed = await adminCli(['users', 'list', '--json'], env)
  expect(documented('users list', listed.stdout)).toEqual([{ name: 'maria', changedAt: expect.any(String) }])
  expect(listed.stdout).not.toContain('scrypt')
  expect(await adminCli(['users', 'remove', 'maria'], env)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Add --yes'),
  })
  const dry = await adminCli(['users', 'remove', 'maria', '--dry-run', '--json'], env)
  expect(documented('users remove', dry.stdout)).toMatchObject({ removed: false, dryRun: true })
  expect(await adminCli(['users', 'remove', 'maria', '--yes'], env)).toMatchObject({ code: 0 })
  expect(readAdminUsers(file).size).toBe(0)
})

test.each<[string, string[], string, number, RegExp]>([
  ['a short password', ['add', 'eve', '--password-stdin'], 'short\n', 3, /expected 15 to 256/],
  ['no terminal to ask on', ['add', 'eve'], '', 2, /Add --password-stdin/],
  ['a user that is not there', ['remove', 'nobody', '--yes'], '', 5, /no user "nobody"/],
])('%s is refused', async (_, words, input, code, message) => {
  expect(await withInput(['users', ...words], input)).toMatchObject({
    code,
    stdout: '',
    stderr: expect.stringMatching(message),
  })
})

function withInput(
  words: string[],
  input: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const entry = join(__dirname, '../../dist/admin-cli/main.js')
  const child = spawn(process.execPath, [entry, ...words], { env: { PATH: process.env.PATH, ...env } })
  const ran = { code: 0, stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (ran.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (ran.stderr += chunk.toString()))
  child.stdin.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ran, code: code ?? -1 })))
}
