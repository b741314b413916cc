import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { untilLogged } from '../support/await-run'
import { createDeployServer, git, script } from './create-deploy-server'

type DeployServer = Awaited<ReturnType<typeof createDeployServer>>
let server: DeployServer
let root: string

beforeAll(async () => {
  server = await createDeployServer()
  root = server.root
})
afterAll(() => server.close())

/** The tests are one story: v1.0.0 is the current release from the third one to the last. */
describe('deploy.sh', () => {
  test('prod takes a version tag only: exit 2 and the form that it expects', async () => {
    expect(await server.deploy('prod', '1.2')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('v1.2.0'),
    })
    expect(await server.deploy('live')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Deploys a release.*deploy\.sh dev.*rolled back\.\n$/s),
    })
    expect(await server.deploy('prod', 'v9.9.9')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('v9.9.9'),
    })
    expect(await server.deploy('rollback')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no former release'),
    })
  })

  test('--dry-run says the steps and changes no release, link or service', async () => {
    const { code, stdout } = await server.deploy('prod', 'v1.0.0', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^would build .* npm ci.* setup\nwould run: .* --before-start\nwould run: ln/s)
    expect(stdout).toMatch(
      /would run: .*systemctl restart box-qc-worker\nwould wait for box-qc-gateway: http/,
    )
    expect(stdout).toMatch(/\ndry run: no release, .* was changed\n$/)
    expect(readdirSync(root).sort()).toEqual(['.deploy.lock', 'repository'])
    expect(server.restarts()).toEqual([])
  })

  test('a tag is built for the user of the services, checked, switched, and they are restarted', async () => {
    expect(await server.deploy('prod', 'v1.0.0')).toMatchObject({ code: 0, stderr: '' })
    expect(server.current()).toBe('v1.0.0')
    expect(server.restarts()).toEqual(['box-qc-gateway', 'box-qc-worker'])
    const program = statSync(join(root, 'releases/v1.0.0/dist/admin-cli/main.js'))
    expect(program.mode & 0o044).toBe(0o044)
  })

  test('a tag beside main is refused', async () => {
    const { code, stderr } = await server.deploy('prod', 'v1.0.1')
    expect(code).toBe(1)
    expect(stderr).toContain('not part of main')
    expect(server.current()).toBe('v1.0.0')
  })

  test('one deploy at a time: the second ends at once and changes nothing', async () => {
    const first = spawn('flock', [join(root, '.deploy.lock'), 'sh', '-c', 'echo locked; read end'])
    await once(first.stdout, 'data')
    for (const words of [['prod', 'v1.4.0'], ['rollback']])
      expect(await server.deploy(...words)).toMatchObject({
        code: 1,
        stderr: 'deploy.sh: another deploy is running\n',
      })
    expect(existsSync(join(root, 'releases/v1.4.0'))).toBe(false)
    first.stdin.end()
    await once(first, 'close')
  })

  test.each([
    ['the build fails', 'v1.1.0', 'the build failed'],
    ['doctor finds a problem', 'v1.2.0', 'doctor found a problem'],
  ])('%s: the current release stays, nothing is restarted', async (_, tag, message) => {
    const before = server.restarts().length
    expect(await server.deploy('prod', tag)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(message),
    })
    expect(server.current()).toBe('v1.0.0')
    expect(server.restarts()).toHaveLength(before)
  })

  test('a release that does not become ready is rolled back by itself: exit 9', async () => {
    const { code, stderr } = await server.deploy('prod', 'v1.3.0')
    expect(code).toBe(9)
    expect(stderr).toMatch(
      /box-qc-gateway is not ready: journalctl -u box-qc-gateway\n[^]*rolled back to v1\.0\.0/,
    )
    expect(server.current()).toBe('v1.0.0')
    expect(server.restarts().slice(-4)).toEqual([1, 2].flatMap(() => ['box-qc-gateway', 'box-qc-worker']))
  })

  test('with Worker Versioning a ready release becomes the current build, until a rollback', async () => {
    const env = readFileSync(server.envFile, 'utf8')
    appendFileSync(server.envFile, 'QC_WORKER_VERSIONING=true\n')
    expect(await server.deploy('prod', 'v1.4.0')).toMatchObject({ code: 0 })
    expect(readFileSync(join(root, 'current/release.env'), 'utf8')).toBe('QC_BUILD_ID=v1.4.0\n')
    expect(server.asked()).toEqual(['builds set-current v1.4.0'])
    expect(await server.deploy('rollback')).toMatchObject({ code: 0 })
    expect(await server.deploy('prod', 'v1.5.0')).toMatchObject({
      code: 9,
      stderr: expect.stringContaining('rolled back to v1.0.0'),
    })
    expect(server.asked().slice(1)).toEqual([
      'builds set-current v1.0.0',
      'builds set-current v1.5.0',
      'builds set-current v1.0.0',
    ])
    writeFileSync(server.envFile, env)
  })

  test('a service that never starts is not waited for: exit 9', async () => {
    const limits = { DEPLOY_RESTART_SECONDS: '2' }
    expect(await server.deployWith(limits, 'prod', 'v1.6.0')).toMatchObject({ code: 9 })
    expect(server.current()).toBe('v1.0.0')
  })

  test('a deploy that was killed can be rolled back', async () => {
    const before = server.restarts().length
    const { pid } = server.start('prod', 'v1.6.0')
    await untilLogged(() => server.restarts().slice(before).join(' '), 'box-qc-gateway')
    expect(server.current()).toBe('v1.6.0')
    process.kill(-pid!, 'SIGKILL')
    expect(await server.deploy('rollback')).toMatchObject({ code: 0 })
    expect(server.current()).toBe('v1.0.0')
  })

  test('dev deploys the newest commit of a branch; rollback returns; old releases go', async () => {
    for (const name of ['v0.1.0', 'v0.2.0', 'v0.3.0.unfinished']) makeOld(name)
    // The former release is kept, however old it is.
    makeOld('v1.0.0')
    server.forget('without-link')
    expect(await server.deploy('dev', 'good')).toMatchObject({ code: 0 })
    expect(server.current()).toMatch(/^dev-[0-9a-f]{12}$/)
    const others = ['v1.0.0', 'v1.3.0', 'v1.4.0', 'v1.5.0', 'v1.6.0']
    expect(readdirSync(join(root, 'releases')).sort()).toEqual([server.current(), ...others])
    expect(await server.deploy('rollback')).toMatchObject({ code: 0 })
    expect(server.current()).toBe('v1.0.0')
    // The current one is, too.
    expect(await server.deploy('prod', 'v1.0.0')).toMatchObject({ code: 0 })
    expect(existsSync(join(root, 'current/.built'))).toBe(true)
    expect(server.withoutLink()).toEqual([])
  })

  test('a tag that has moved is refused', async () => {
    git(server.origin, 'tag', '--force', 'v1.0.0', 'v1.4.0')
    expect(await server.deploy('prod', 'v1.0.0')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('v1.0.0 has moved'),
    })
  })

  test('a first release that does not become ready: exit 1, there is nothing to return to', async () => {
    rmSync(join(root, 'current'))
    expect(await server.deploy('prod', 'v1.3.0')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no former release'),
    })
  })

  test('what the server lacks is named before anything is done', async () => {
    const noFile = await server.deployWith({ DEPLOY_ENV_FILE: join(root, 'none') }, 'dev')
    expect(noFile).toMatchObject({ code: 1, stderr: expect.stringContaining('none cannot be read') })
    const options = { env: { PATH: join(root, 'none') }, encoding: 'utf8' } as const
    expect(spawnSync('/bin/bash', [script, 'dev'], options)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('git is not installed'),
    })
  })
})

function makeOld(name: string): void {
  const release = join(root, 'releases', name)
  mkdirSync(release, { recursive: true })
  utimesSync(release, 1, 1)
}
