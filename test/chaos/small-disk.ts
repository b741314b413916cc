import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sizeMiB = 64
const fillerName = 'full-disk'

/** A disk of its own for one host, small enough to be filled: a tmpfs. Needs root; false without it. */
export function mountSmallDisk(dir: string): boolean {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const options = `size=${sizeMiB}m,mode=700`
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'qc-chaos', dir]).status === 0
}

export function unmountDisk(dir: string): void {
  spawnSync('umount', ['--lazy', dir], { stdio: 'ignore' })
}

/** Fills it up to these bytes. */
export function fillDisk(dir: string, leaveBytes: number): void {
  const { bavail, bsize } = statfsSync(dir)
  const bytes = Math.max(0, bavail * bsize - leaveBytes)
  try {
    writeFileSync(join(dir, fillerName), Buffer.alloc(bytes))
  } catch (error) {
    // The host wrote meanwhile: it is full all the same.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

export function clearDisk(dir: string): void {
  rmSync(join(dir, fillerName), { force: true })
}

/** Removes everything, but not the mount. */
export function wipeDisk(dir: string): void {
  for (const name of readdirSync(dir))
    rmSync(join(dir, name), { recursive: true, force: true, maxRetries: 5 })
}
