import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface Scratch {
  dir: string
  remove: () => Promise<void>
}

/** A folder for one piece of work. Named after the process too, so that the janitor knows whose it was. */
export async function createScratch(dataDir: string): Promise<Scratch> {
  const dir = join(dataDir, 'scratch', `${process.pid}-${randomUUID()}`)
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) }
}
