import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectDir } from './project-dir.mjs'
import { say } from './say.mjs'
import { Stop } from './stop.mjs'

const stampFile = join(projectDir, 'node_modules', '.prepared')

/** `npm ci` when node_modules is missing or belongs to another package-lock.json. */
export function prepareNodePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(projectDir, 'package-lock.json')))
    .digest('hex')
  if (stamp() === lock) return
  say('installing the npm packages (npm ci)')
  const { command, args } = npm()
  // stdout is the demo's: what npm prints there goes to stderr.
  const { status, error } = spawnSync(command, [...args, 'ci', '--no-fund', '--no-audit'], {
    cwd: projectDir,
    stdio: ['ignore', 2, 2],
  })
  if (error)
    throw new Stop(
      `npm cannot be run (${error.message}): install Node.js with npm, then type the command again`,
    )
  if (status !== 0)
    throw new Stop(
      `npm ci ended with ${status}: its message is above; mend that, then type the command again`,
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

/** The npm that runs this script, else the one on PATH. */
function npm() {
  const runner = process.env.npm_execpath
  return runner?.endsWith('npm-cli.js')
    ? { command: process.execPath, args: [runner] }
    : { command: 'npm', args: [] }
}
