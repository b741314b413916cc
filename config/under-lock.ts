import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import { lock } from 'proper-lockfile'

import { messageOf } from '../workflows/text'
import { ConfigError } from './config-error'

/**
 * Does the work while no other process on this file does. The file need not exist yet. The lock of a dead
 * process is taken over after 10 s. Throws a ConfigError at once when the folder cannot be written.
 */
export async function underLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  requireWritable(file)
  const release = await lock(file, {
    realpath: false,
    stale: 10_000,
    retries: { retries: 50, minTimeout: 20, maxTimeout: 500 },
  })
  try {
    return await work()
  } finally {
    await release()
  }
}

/** The lock would be tried again for half a minute, whatever the error is. */
function requireWritable(file: string): void {
  try {
    // The last part fails for what is not a folder.
    accessSync(`${dirname(file)}/.`, constants.W_OK)
  } catch (error) {
    throw new ConfigError(file, [`its folder cannot be written: ${messageOf(error)}`])
  }
}
