import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  addAdminUser,
  passwordMark,
  readAdminUsers,
  removeAdminUser,
  verifyPassword,
} from '../../config/admin-users'

const cheap = { N: 2 ** 10, r: 8, p: 1 }
const password = 'a long enough sentence'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'admin-users-'))
  file = join(folder, 'below', 'admin-users.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('without a file there is no user, and nobody gets in', async () => {
  expect(readAdminUsers(file).size).toBe(0)
  expect(await verifyPassword(readAdminUsers(file), 'ada', password)).toBeUndefined()
})

test('a user is added, recognized by name and password alone, and removed', async () => {
  expect(await addAdminUser(file, { name: ' Ada@Example.com ', password }, cheap)).toBe('added')
  const users = readAdminUsers(file)
  expect(await verifyPassword(users, 'ADA@example.com', password)).toMatchObject({ name: 'ada@example.com' })
  expect(await verifyPassword(users, 'ada@example.com', `${password}!`)).toBeUndefined()
  expect(await verifyPassword(users, 'grace', password)).toBeUndefined()
  expect(await removeAdminUser(file, 'grace')).toBe(false)
  expect(await removeAdminUser(file, 'Ada@example.com')).toBe(true)
  expect(readAdminUsers(file).size).toBe(0)
})

test('the same password in another Unicode form is the same password', async () => {
  await addAdminUser(file, { name: 'zoe', password: 'cafe\u0301 au lait, please' }, cheap)
  expect(await verifyPassword(readAdminUsers(file), 'zoe', 'café au lait, please')).toBeDefined()
})

test('the file holds no password, and nobody else may read it, whatever mode it had', async () => {
  await addAdminUser(file, { name: 'ada', password }, cheap)
  expect(readFileSync(file, 'utf8')).not.toContain(password)
  chmodSync(file, 0o644)
  expect(await addAdminUser(file, { name: 'ada', password: `${password} 2` }, cheap)).toBe('changed')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a new password has another mark, so that sessions of the old one end', async () => {
  await addAdminUser(file, { name: 'ada', password }, cheap)
  const before = passwordMark(readAdminUsers(file).get('ada')!)
  await addAdminUser(file, { name: 'ada', password }, cheap)
  expect(passwordMark(readAdminUsers(file).get('ada')!)).not.toBe(before)
})

test('users that are added at the same time are all kept', async () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  await Promise.all(names.map((name) => addAdminUser(file, { name, password }, cheap)))
  expect([...readAdminUsers(file).keys()].sort()).toEqual(names)
})

test.each([
  ['a name with a blank', { name: 'ada l', password }, 'the name is "ada l"'],
  ['a name with markup', { name: '<b>', password }, 'the name is "<b>"'],
  ['no name', { name: '', password }, 'the name is ""'],
  ['a short password', { name: 'ada', password: 'short' }, 'has 5 characters, expected 15 to 256'],
  ['an endless password', { name: 'ada', password: 'x'.repeat(257) }, 'has 257 characters'],
])('refuses %s', async (_, user, message) => {
  await expect(addAdminUser(file, user, cheap)).rejects.toThrow(message)
  expect(readAdminUsers(file).size).toBe(0)
})

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['a user without a hash', '{"users":{"ada":{"changedAt":"2026-01-01T00:00:00Z"}}}'],
  ['a hash that would take all memory', '{"users":{"ada":{"passwordHash":"scrypt:9999999:99:99:a:b"}}}'],
])('a broken file is told and never overwritten: %s', async (_, text) => {
  await addAdminUser(file, { name: 'ada', password }, cheap)
  writeFileSync(file, text)
  expect(() => readAdminUsers(file)).toThrow('has the wrong shape')
  await expect(addAdminUser(file, { name: 'ada', password }, cheap)).rejects.toThrow('has the wrong shape')
  expect(readFileSync(file, 'utf8')).toBe(text)
})
