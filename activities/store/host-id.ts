import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { hasCode } from './has-code'

/**
 * The name of this disk, made at the first start and kept: the host's task queue carries it over restarts.
 */
export async function hostIdOf(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'host-id')
  if (!existsSync(file)) await make(file)
  const id = (await readFile(file, 'utf8')).trim()
  if (/^[0-9a-z-]{4,40}$/.test(id)) return id
  throw new Error(
    `${file} holds ${JSON.stringify(id.slice(0, 60))}, expected 4 to 40 of a-z, 0-9 and "-": remove the file to get a new id`,
  )
}

/** Appears whole or not at all, and never over another one: two processes may start at the same time. */
async function make(file: string) {
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  await writeFile(draft, `${randomBytes(6).toString('hex')}\n`)
  await link(draft, file).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  await rm(draft)
}
