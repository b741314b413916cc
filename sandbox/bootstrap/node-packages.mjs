import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectDir } from './project-dir.mjs'
import { Stop } from './stop.mjs'

const stampFile = join(projectDir, 'node_modules', '.prepared')

/** `npm ci` when node_modules is missing or was made from another package-lock.json. */
export function planNodePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex')
  if (stamp() === lock) return undefined
  return {
    what: 'install the npm packages of package-lock.json (npm ci)',
    where: 'node_modules/',
    run: () => install(lock),
  }
}

function install(lock) {
  const { command, args } = npm()
  // stdout belongs to the command that follows: npm prints to stderr.
  const { status, error } = spawnSync(command, [...args, 'ci', '--no-fund', '--no-audit'], {
    cwd: projectDir,
    stdio: ['ignore', 2, 2],
  })
  if (error)
    throw new Stop(
      `npm cannot be started (${error.message}): install Node.js with npm, then type the command again`,
    )
  if (status !== 0)
    throw new Stop(
      `npm ci ended with ${status}: fix what its message above says, then type the command again`,
    )
  writeFileSync(stampFile, lock)
}

function stamp() {
  try {
    return readFileSync(stampFile, 'utf8')
  } catch {
    return undefined
  }
}

/** The npm that runs this script, or the one on PATH. */
export function npm() {
  const runner = process.env.npm_execpath
  return runner?.endsWith('npm-cli.js')
    ? { command: process.execPath, args: [runner] }
    : { command: 'npm', args: [] }
}
