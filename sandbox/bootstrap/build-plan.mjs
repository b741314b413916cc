import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'

import { projectDir } from './project-dir.mjs'
import { Stop } from './stop.mjs'

const rooms = [
  'quality-control',
  'box',
  'workflows',
  'runs',
  'activities',
  'webhook-gateway',
  'admin-pages',
  'diagnosis',
  'notices',
  'admin-cli',
  'config',
  'sandbox',
  'test/bench',
  'test/corpus',
  'test/masters',
  'test/fuzz',
  'test/chaos',
  'test/words',
]
const distDir = join(projectDir, 'dist')
const stampFile = join(distDir, '.prepared')

/** Compiles to dist/ and bundles the workflows when the sources changed since the last build. */
export function planBuild() {
  if (isBuilt()) return undefined
  return { what: 'build', where: 'dist/', run: build }
}

/** True when dist/ was built from the current sources. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

/** tsc, then the workflow bundle, made by the SDK that will load it. Files without a source are deleted. */
export function build() {
  // Before the build: a file that changes during it is built the next time.
  const sources = fingerprint()
  rmSync(stampFile, { force: true })
  removeLeftovers()
  node([createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'])
  node([join('sandbox', 'bootstrap', 'bundle-workflows.mjs')])
  // `npx admin-cli`, `npm link` and a link in a release start it by its first line.
  chmodSync(join(distDir, 'admin-cli', 'main.js'), 0o755)
  writeFileSync(stampFile, sources)
}

/** Paths, sizes and times: cheaper than contents. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of [
    ...rooms.flatMap(filesIn),
    ...['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map(inProject),
  ]) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${relative(projectDir, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesIn(room) {
  return everyFile(inProject(room)).filter((file) => /\.(ts|mjs|json)$/.test(file))
}

/** The catalogue of checks reads its folders, so a deleted check must not stay in dist/. */
function removeLeftovers() {
  for (const file of rooms.map((room) => join(distDir, room)).flatMap(everyFile)) {
    const source = inProject(relative(distDir, file).replace(/\.js(\.map)?$/, '.ts'))
    if (!existsSync(source) && !existsSync(inProject(relative(distDir, file)))) rmSync(file)
  }
}

function everyFile(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function node(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: projectDir, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Stop(`the build failed (${args[0]} ended with ${status}): see above`)
}

function inProject(path) {
  return join(projectDir, path)
}
