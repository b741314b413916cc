import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

import { messageOf } from '../workflows/text'
import { ConfigError } from './config-error'
import { underLock } from './under-lock'

export interface AdminUser {
  name: string
  /** `scrypt:<N>:<r>:<p>:<salt>:<key>`, salt and key in base64url. */
  passwordHash: string
  /** Of this password, ISO 8601, UTC. */
  changedAt: string
}

export type AdminUsers = ReadonlyMap<string, AdminUser>

/** NIST SP 800-63B-4, 3.1.1.2: 15 characters where the password is the only factor. */
const minPasswordCharacters = 15
const maxPasswordCharacters = 256
const userName = /^[a-z0-9][a-z0-9._@+-]{0,63}$/

/** OWASP Password Storage Cheat Sheet: N = 2^16, r = 8, p = 2 (64 MiB). */
const productionCost = { N: 2 ** 16, r: 8, p: 2 }
const keyBytes = 32

/** Empty when there is no file. Throws a ConfigError when the file is broken or cannot be read. */
export function readAdminUsers(file: string): AdminUsers {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isObject(error) && Reflect.get(error, 'code') === 'ENOENT') return new Map()
    throw new ConfigError(file, [`cannot be read: ${messageOf(error)}`])
  }
  return parseUsers(text, file)
}

/**
 * Adds a user, or gives an existing one this password, which ends that user's sessions. Throws a ConfigError
 * for a name or a password that is not allowed, and for a broken file.
 */
export async function addAdminUser(
  file: string,
  { name: typed, password }: { name: string; password: string },
  cost = productionCost,
): Promise<'added' | 'changed'> {
  const name = nameOf(typed)
  const problems = [...nameProblems(name), ...passwordProblems(password)]
  if (problems.length > 0) throw new ConfigError(file, problems)
  const passwordHash = await hash(password, cost)
  return change(file, (users) => {
    const isNew = !users.has(name)
    users.set(name, { name, passwordHash, changedAt: new Date().toISOString() })
    return isNew ? 'added' : 'changed'
  })
}

/** Ends the user's sessions. False when there is no such user. Throws a ConfigError for a broken file. */
export function removeAdminUser(file: string, name: string): Promise<boolean> {
  return change(file, (users) => users.delete(nameOf(name)))
}

/**
 * The user whose name and password these are. An unknown name costs as much time as a wrong password, so that
 * names cannot be found out.
 */
export async function verifyPassword(
  users: AdminUsers,
  typed: string,
  password: string,
): Promise<AdminUser | undefined> {
  const user = users.get(nameOf(typed))
  const isRight = await matches(password, user?.passwordHash ?? nobodysHash(users))
  return isRight ? user : undefined
}

/** Changes with the password: a session that carries it ends when the password changes. */
export function passwordMark({ passwordHash }: AdminUser): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22)
}

async function change<T>(file: string, edit: (users: Map<string, AdminUser>) => T): Promise<T> {
  mkdirSync(dirname(file), { recursive: true })
  return underLock(file, async () => {
    const users = new Map(readAdminUsers(file))
    const result = edit(users)
    await writeFileAtomic(file, textOf(users), { mode: 0o600 })
    return result
  })
}

function textOf(users: AdminUsers): string {
  const entries = [...users.values()].map(({ name, ...rest }): [string, Omit<AdminUser, 'name'>] => [
    name,
    rest,
  ])
  return `${JSON.stringify({ users: Object.fromEntries(entries) }, null, 2)}\n`
}

function parseUsers(text: string, file: string): AdminUsers {
  const broken = new ConfigError(file, [
    'has the wrong shape, expected what `admin-cli users add` writes; ' +
      'restore it, or delete it and add the users again',
  ])
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw broken
  }
  const users: unknown = isObject(value) ? Reflect.get(value, 'users') : undefined
  if (!isObject(users)) throw broken
  return new Map(
    Object.entries(users).map(([name, entry]) => {
      if (!isEntry(entry) || paramsOf(entry.passwordHash) === undefined) throw broken
      return [name, { name, passwordHash: entry.passwordHash, changedAt: entry.changedAt }]
    }),
  )
}

function isEntry(value: unknown): value is Omit<AdminUser, 'name'> {
  return (
    isObject(value) &&
    typeof Reflect.get(value, 'passwordHash') === 'string' &&
    typeof Reflect.get(value, 'changedAt') === 'string'
  )
}

function nameOf(typed: string): string {
  return typed.trim().toLowerCase()
}

function nameProblems(name: string): string[] {
  return userName.test(name)
    ? []
    : [`the name is ${JSON.stringify(name)}, expected letters, digits and . _ @ + -, 64 at most`]
}

function passwordProblems(password: string): string[] {
  const { length } = Array.from(password.normalize('NFKC'))
  return length >= minPasswordCharacters && length <= maxPasswordCharacters
    ? []
    : [
        `the password has ${length} characters, expected ${minPasswordCharacters} to ` +
          `${maxPasswordCharacters}; a sentence is easy to remember`,
      ]
}

interface Params {
  cost: { N: number; r: number; p: number }
  salt: Buffer
  key: Buffer
}

async function hash(password: string, cost: Params['cost']): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join(':')
}

async function matches(password: string, passwordHash: string): Promise<boolean> {
  const params = paramsOf(passwordHash)
  if (params === undefined || Array.from(password).length > maxPasswordCharacters) return false
  return timingSafeEqual(await derive(password, params.salt, params.cost), params.key)
}

function derive(password: string, salt: Buffer, cost: Params['cost']): Promise<Buffer> {
  // Twice what scrypt needs: 128 · N · r bytes.
  const options = { ...cost, maxmem: 256 * cost.N * cost.r }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}

/** Undefined for a hash of another form, or one whose cost would exhaust the memory. */
function paramsOf(passwordHash: string): Params | undefined {
  const form = /^scrypt:(\d{1,7}):(\d{1,2}):(\d{1,2}):([\w-]{22}):([\w-]{43})$/
  const [, N, r, p, salt = '', key = ''] = form.exec(passwordHash) ?? []
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const isPowerOfTwo = cost.N > 1 && Number.isInteger(Math.log2(cost.N))
  if (!isPowerOfTwo || cost.N > 2 ** 18 || cost.r < 1 || cost.r > 16 || cost.p < 1 || cost.p > 16)
    return undefined
  return { cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}

/** Costs what the hashes of the users cost, and no password has it: the key is random. */
function nobodysHash(users: AdminUsers): string {
  const [first] = users.values()
  const { N, r, p } = paramsOf(first?.passwordHash ?? '')?.cost ?? productionCost
  const [salt, key] = [randomBytes(16), randomBytes(keyBytes)]
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join(':')
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
