import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const script = join(__dirname, '../../deploy/deploy.sh')

let folder: string
let root: string
let readiness: Server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qc-deploy-'))
  root = join(folder, 'opt')
  readiness = createServer((_, response) => {
    response.writeHead(existsSync(join(root, 'current', 'broken')) ? 503 : 200).end()
  })
  readiness.listen(0, '127.0.0.1')
  await once(readiness, 'listening')
  prepareServer()
})
afterAll(() => {
  readiness.close()
  rmSync(folder, { recursive: true })
})

describe('deploy.sh', () => {
  test('prod takes a version tag only: exit 2 and the form that it expects', async () => {
    expect(await deploy('prod', '1.2')).toMatchObject({ code: 2, stderr: expect.stringContaining('v1.2.0') })
    expect(await deploy('live')).toMatchObject({ code: 2, stderr: expect.stringContaining('deploy.sh dev') })
    expect(await deploy('prod', 'v9.9.9')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('v9.9.9'),
    })
  })

  test('--dry-run says the steps and changes no release, link or service', async () => {
    const { code, stdout } = await deploy('prod', 'v1.0.0', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^would deploy .*would build .* npm ci.* setup\nwould run: .* --before-start\nwould run: ln/s,
    )
    expect(stdout).toMatch(/\ndry run: no release, .* was changed; the repository was fetched\n$/)
    expect(existsSync(join(root, 'releases'))).toBe(false)
    expect(existsSync(join(root, 'current'))).toBe(false)
    expect(restarts()).toEqual([])
  })

  test('a tag is built, checked by doctor, switched, and its services are restarted', async () => {
    expect(await deploy('prod', 'v1.0.0')).toMatchObject({ code: 0, stderr: '' })
    expect(current()).toBe('v1.0.0')
    expect(restarts()).toEqual(['box-qc-gateway', 'box-qc-worker'])
    expect(existsSync(join(root, 'releases/v1.0.0/dist/admin-cli/main.js'))).toBe(true)
  })

  test('a tag beside main is refused', async () => {
    const { code, stderr } = await deploy('prod', 'v1.0.1')
    expect(code).toBe(1)
    expect(stderr).toContain('not part of main')
    expect(current()).toBe('v1.0.0')
  })

  test.each([
    ['the build fails', 'v1.1.0', 'the build failed'],
    ['doctor finds a problem', 'v1.2.0', 'doctor found a problem'],
  ])('%s: the current release stays, nothing is restarted', async (_, tag, message) => {
    const before = restarts().length
    expect(await deploy('prod', tag)).toMatchObject({ code: 1, stderr: expect.stringContaining(message) })
    expect(current()).toBe('v1.0.0')
    expect(restarts()).toHaveLength(before)
  })

  test('a release that does not become ready is rolled back by itself: exit 9', async () => {
    const { code, stderr } = await deploy('prod', 'v1.3.0')
    expect(code).toBe(9)
    expect(stderr).toMatch(
      /box-qc-gateway is not ready: journalctl -u box-qc-gateway\n[^]*rolled back to v1\.0\.0/,
    )
    expect(current()).toBe('v1.0.0')
  })

  test('with Worker Versioning a ready release becomes the current build, until a rollback', async () => {
    appendFileSync(join(folder, 'env'), 'QC_WORKER_VERSIONING=true\n')
    expect(await deploy('prod', 'v1.4.0')).toMatchObject({ code: 0 })
    expect(readFileSync(join(root, 'current/release.env'), 'utf8')).toBe('QC_BUILD_ID=v1.4.0\n')
    expect(asked()).toEqual(['builds set-current v1.4.0'])
    expect(await deploy('rollback')).toMatchObject({ code: 0 })
    expect(await deploy('prod', 'v1.5.0')).toMatchObject({
      code: 9,
      stderr: expect.stringContaining('rolled back to v1.0.0'),
    })
    expect(asked().slice(1)).toEqual([
      'builds set-current v1.0.0',
      'builds set-current v1.5.0',
      'builds set-current v1.0.0',
    ])
    writeFileSync(join(folder, 'env'), readFileSync(join(folder, 'env'), 'utf8').replace(/QC_WORKER.*\n/, ''))
  })

  test('dev deploys the newest commit of a branch, and rollback returns to the release before', async () => {
    expect(await deploy('dev', 'good')).toMatchObject({ code: 0 })
    expect(current()).toMatch(/^dev-[0-9a-f]{12}$/)
    expect(await deploy('rollback')).toMatchObject({ code: 0 })
    expect(current()).toBe('v1.0.0')
  })
})

/** A repository with releases that behave, and commands that note what they are asked. */
function prepareServer(): void {
  const origin = join(folder, 'origin')
  mkdirSync(origin)
  mkdirSync(root)
  git(origin, 'init', '--quiet', '--initial-branch=main')
  commit(origin, { doctor: adminCli({ isBuildRefused: false }) }, 'v1.0.0')
  commit(origin, { 'fail-build': '' }, 'v1.1.0')
  commit(origin, { 'fail-build': undefined, doctor: 'process.exitCode = 8' }, 'v1.2.0')
  commit(origin, { doctor: 'process.exitCode = 0', broken: '' }, 'v1.3.0')
  commit(origin, { doctor: adminCli({ isBuildRefused: false }), broken: undefined }, 'v1.4.0')
  commit(origin, { doctor: adminCli({ isBuildRefused: true }) }, 'v1.5.0')
  git(origin, 'checkout', '--quiet', '-b', 'good', 'v1.0.0')
  commit(origin, { more: '' }, 'v1.0.1')
  git(folder, 'clone', '--quiet', origin, join(root, 'repository'))
  writeFileSync(join(folder, 'env'), `GATEWAY_PORT=${port()}\nWORKER_HEALTH_PORT=${port()}\n`)
  command(
    'systemctl',
    `case $1 in is-enabled) [ "$3" != box-qc-pages ];; restart) echo $2 >> ${folder}/restarts;; esac`,
  )
  command(
    'npm',
    'case "$1 $2" in "run build") [ ! -e fail-build ] && mkdir ' +
      '-p dist/admin-cli && cp doctor dist/admin-cli/main.js;; esac',
  )
}

/** Notes the commands that are not doctor. */
function adminCli({ isBuildRefused }: { isBuildRefused: boolean }): string {
  const notes = JSON.stringify(join(folder, 'asked'))
  return `
    const words = process.argv.slice(2).join(' ')
    const isChecked = words === 'setup' || words === 'doctor --before-start'
    if (!isChecked) require('fs').appendFileSync(${notes}, words + '\\n')
    process.exitCode = !isChecked && ${isBuildRefused} ? 5 : 0`
}

function asked(): string[] {
  return readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
}

function commit(repository: string, files: Record<string, string | undefined>, tag: string): void {
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) rmSync(join(repository, name))
    else writeFileSync(join(repository, name), text)
  }
  git(repository, 'add', '--all')
  git(repository, '-c', 'user.name=qc', '-c', 'user.email=qc@example.com', 'commit', '--quiet', '-m', tag)
  git(repository, 'tag', tag)
}

function git(directory: string, ...args: string[]): void {
  execFileSync('git', args, { cwd: directory, stdio: 'pipe' })
}

function command(name: string, text: string): void {
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
}

function port(): number {
  const address = readiness.address() as AddressInfo
  return address.port
}

function current(): string {
  return basename(readlinkSync(join(root, 'current')))
}

function restarts(): string[] {
  const file = join(folder, 'restarts')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

function deploy(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
    DEPLOY_ROOT: root,
    DEPLOY_ENV_FILE: join(folder, 'env'),
    DEPLOY_READY_SECONDS: '0',
  }
  return new Promise((resolve) => {
    execFile(script, args, { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}
