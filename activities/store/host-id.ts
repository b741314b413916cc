import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/**
 * The name of this data directory on this machine, kept over restarts: the host's task queue is named after
 * it. A copied or moved directory, or a cloned machine, gets a new one. Only for the holder of the
 * directory's lock.
 */
export async function hostIdOf(dataDir: string, machine = machineId()): Promise<string> {
  const file = join(dataDir, 'host-id')
  const location = await locationOf(dataDir, machine)
  const [id = '', itsLocation] = (await readFile(file, 'utf8').catch(() => '')).trim().split('\n')
  if (/^[0-9a-f]{12}$/.test(id) && itsLocation === location) return id
  const newId = randomBytes(6).toString('hex')
  await writeFile(`${file}.new`, `${newId}\n${location}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return newId
}

async function locationOf(dataDir: string, machine: string): Promise<string> {
  const [path, { ino }] = await Promise.all([realpath(dataDir), stat(dataDir)])
  return createHash('sha256').update(`${machine}\n${path}\n${ino}`).digest('hex').slice(0, 16)
}

/** Containers often have no machine id; their host name changes when they are created again. */
function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || hostname()
  } catch {
    return hostname()
  }
}
