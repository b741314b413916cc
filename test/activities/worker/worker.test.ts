import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

import { Connection } from '@temporalio/client'
import { temporal as proto } from '@temporalio/proto'

import { distDir } from '../../../sandbox/installation/project-dir'
import { adminCli } from '../../support/admin-cli'
import { untilLogged } from '../../support/await-run'
import { documented } from '../../support/documented'
import { fakeSystemdNotify } from '../../support/fake-systemd-notify'
import { writeJwtConfig } from '../../support/jwt-config'
import { startProductProcess } from '../../support/product-process'
import { freePort, startTemporalServer, type TemporalServer } from '../../support/temporal-server'

let dir: string
let temporal: TemporalServer | undefined
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qc-worker-'))
  writeJwtConfig(join(dir, 'jwt.json'))
  await writeFile(join(dir, 'clients.yaml'), '# none yet\n')
})
afterAll(async () => {
  await temporal?.stop()
  await rm(dir, { recursive: true, force: true })
})

function environment(changes: Record<string, string> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    BOX_JWT_CONFIG_FILE: join(dir, 'jwt.json'),
    QC_CLIENTS_FILE: join(dir, 'clients.yaml'),
    QC_DATA_DIR: join(dir, 'data'),
    QC_DISK_RESERVE_BYTES: '0',
    WORKER_SHUTDOWN_GRACE_MS: '1000',
    ...changes,
  }
}

const entry = 'activities/worker/main.js'

describe('the worker process', () => {
  it('waits for Temporal, serves its three queues, answers health and ends quietly on SIGTERM', async () => {
    const port = await freePort()
    const healthPort = String(await freePort())
    const systemd = fakeSystemdNotify(join(dir, 'systemd'))
    const worker = await startProductProcess(
      entry,
      environment({
        ...systemd.env,
        TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
        WORKER_HEALTH_PORT: healthPort,
      }),
      'cannot connect to Temporal yet',
    )
    const waiting = await fetch(`http://127.0.0.1:${healthPort}/readyz`)
    expect(waiting.status).toBe(503)
    await expect(waiting.json()).resolves.toMatchObject({
      missing: [`Temporal at 127.0.0.1:${port} (namespace default): Connection refused`],
    })
    expect(systemd.told()).toBe('')
    temporal = await startTemporalServer({ port })
    const line: unknown = JSON.parse(await worker.untilLogged('"worker ready"'))
    await untilLogged(systemd.told, `/run/notify --ready --pid=${worker.pid}\n`)
    expect(line).toMatchObject({
      queues: [
        'qc',
        'qc-intake',
        expect.stringMatching(/^qc-host-[0-9a-f]{12}$/),
        expect.stringMatching(/^qc-host-[0-9a-f]{12}-reports$/),
      ],
      level: 30,
    })
    const { healthUrl } = line as { healthUrl: string }
    await expect(ready(healthUrl.replace('healthz', 'readyz'))).resolves.toMatchObject({
      workers: { qc: 'RUNNING', 'qc-intake': 'RUNNING' },
      missing: [],
      intake: 'open',
    })
    const metrics = await (await fetch(healthUrl.replace('healthz', 'metrics'))).text()
    expect(metrics).toMatch(/^qc_intake_open 1$/m)
    expect(metrics).toMatch(/^qc_assets_unfinished 0$/m)
    expect(metrics).toMatch(/^qc_disk_free_bytes \d{6,}$/m)
    expect((await fetch(healthUrl)).status).toBe(200)
    expect((await fetch(healthUrl.replace('healthz', 'other'))).status).toBe(404)
    await expect(worker.kill('SIGTERM')).resolves.toBe(0)
    expect(worker.log()).toContain('"worker stopped"')
    expect(worker.log()).not.toMatch(/"level":50/)
  })

  it('says in log and /readyz that runs cannot work, and in /readyz that Temporal is gone', async () => {
    const server = await startTemporalServer()
    const { operatorService, close } = await connectTo(server.address)
    const namespace = { namespace: 'default' }
    await operatorService.removeSearchAttributes({ ...namespace, searchAttributes: ['QcVerdict'] })
    const worker = await startProductProcess(
      entry,
      environment({ TEMPORAL_ADDRESS: server.address, QC_DATA_DIR: join(dir, 'outage') }),
      'worker ready',
    )
    const { healthUrl } = JSON.parse(await worker.untilLogged('"worker ready"')) as { healthUrl: string }
    const line: unknown = JSON.parse(await worker.untilLogged('workflow tasks fail until Temporal is ready'))
    expect(line).toMatchObject({ level: 50, problem: expect.stringContaining('are missing: QcVerdict') })
    const failing: unknown = await (await fetch(healthUrl.replace('healthz', 'readyz'))).json()
    expect(failing).toMatchObject({
      missing: [expect.stringContaining('are missing: QcVerdict')],
      configuration: 'ok',
    })
    const keyword = proto.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD
    await operatorService.addSearchAttributes({ ...namespace, searchAttributes: { QcVerdict: keyword } })
    await ready(healthUrl.replace('healthz', 'readyz'))
    await close()
    await server.stop()
    const response = await fetch(healthUrl.replace('healthz', 'readyz'))
    expect(response.status).toBe(503)
    await expect(response.json()).resolves.toMatchObject({
      missing: [expect.stringContaining(`Temporal at ${server.address} (namespace default): `)],
    })
    await worker.kill('SIGKILL')
  })

  it('refuses a data directory that another worker uses, and ends with code 3', async () => {
    const address = `127.0.0.1:${await freePort()}`
    const env = environment({ TEMPORAL_ADDRESS: address, QC_DATA_DIR: join(dir, 'shared') })
    const first = await startProductProcess(entry, env, 'cannot connect to Temporal yet')
    const second = await run(env)
    expect(second).toMatchObject({ code: 3 })
    expect(second.output).toContain(`in use by the worker with process id ${first.pid} on ${hostname()}`)
    await first.kill('SIGKILL')
    const third = await startProductProcess(entry, env, 'cannot connect to Temporal yet')
    await third.kill('SIGKILL')
  })

  it('with Worker Versioning gets runs once its build is current, and says which one is', async () => {
    const about = { TEMPORAL_ADDRESS: temporal?.address ?? '', QC_TASK_QUEUE: 'qc.versioned' }
    const worker = await startProductProcess(
      entry,
      environment({
        ...about,
        QC_DATA_DIR: join(dir, 'v1'),
        QC_WORKER_VERSIONING: 'true',
        QC_BUILD_ID: 'v1',
      }),
      'worker ready',
    )
    const { healthUrl } = JSON.parse(await worker.untilLogged('"worker ready"')) as { healthUrl: string }
    const buildOf = async () => ((await (await fetch(healthUrl)).json()) as { build: unknown }).build
    expect(await buildOf()).toEqual({ id: 'v1' })
    const { stdout } = await adminCli(['builds', 'set-current', 'v1', '--json'], about)
    expect(documented('builds set-current', stdout)).toEqual({ current: 'v1' })
    expect(await buildOf()).toEqual({ id: 'v1', current: 'v1' })
    const list = await adminCli(['builds', 'list', '--json'], about)
    expect(documented('builds list', list.stdout)).toMatchObject({
      current: 'v1',
      workers: [expect.objectContaining({ build: 'v1', identity: expect.stringContaining('-host-') })],
    })
    const again = await adminCli(['builds', 'set-current', 'v1'], about)
    expect(again).toMatchObject({ code: 0, stdout: 'build v1: current already\n' })
    await worker.kill('SIGKILL')
  })

  it('ends with code 3 when Temporal has no such namespace', async () => {
    const env = environment({
      TEMPORAL_ADDRESS: temporal?.address ?? '',
      TEMPORAL_NAMESPACE: 'nowhere',
      QC_DATA_DIR: join(dir, 'namespace'),
    })
    const { code, output } = await run(env)
    expect(output).toMatch(
      /cannot serve qc \(address 127\.0\.0\.1:\d+, namespace nowhere\): Namespace nowhere is not found\./,
    )
    expect(code).toBe(3)
  })

  it.each([
    [
      'an address of Temporal that is none',
      { TEMPORAL_ADDRESS: 'no such host:7233' },
      /cannot connect to Temporal/,
    ],
    [
      'TLS files that are not there',
      { TEMPORAL_TLS_CLIENT_CERT_PATH: '/nowhere' },
      /configuration cannot be read/,
    ],
    [
      'a port of the health page that is taken',
      { WORKER_HEALTH_PORT: 'taken' },
      /^WORKER_HEALTH_HOST and WORKER_HEALTH_PORT: 127.0.0.1:\d+ cannot be used: .*EADDRINUSE/m,
    ],
    [
      'a port of the metrics that is taken',
      { WORKER_METRICS_ADDRESS: 'taken' },
      /^WORKER_METRICS_ADDRESS: 127.0.0.1:\d+ cannot be used: .*Address already in use/m,
    ],
    ['Worker Versioning without a build', { QC_WORKER_VERSIONING: 'true' }, /QC_BUILD_ID is not set/],
  ])('ends with code 3: %s', async (_what, changes, words) => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const { port } = blocker.address() as AddressInfo
    const env = environment({ ...changes, QC_DATA_DIR: join(dir, 'fatal') })
    if (env.WORKER_HEALTH_PORT === 'taken') env.WORKER_HEALTH_PORT = String(port)
    if (env.WORKER_METRICS_ADDRESS === 'taken') env.WORKER_METRICS_ADDRESS = `127.0.0.1:${port}`
    const { code, output } = await run(env)
    blocker.close()
    expect(output).toMatch(words)
    expect(code).toBe(3)
  })

  it('ends at once without a JWT configuration, and says what is wrong', async () => {
    const start = startProductProcess(entry, environment({ BOX_JWT_CONFIG_FILE: '' }), 'worker ready')
    await expect(start).rejects.toThrow(/BOX_JWT_CONFIG_FILE: is not set, expected the path/)
  })

  it('shows nothing of a JWT configuration that it cannot read', async () => {
    await writeFile(join(dir, 'broken.json'), '{"privateKey": "-----BEGIN SECRET')
    const start = startProductProcess(
      entry,
      environment({ BOX_JWT_CONFIG_FILE: join(dir, 'broken.json') }),
      'worker ready',
    )
    const error: unknown = await start.catch((caught: unknown) => caught)
    expect(String(error)).toMatch(/broken.json, which is not JSON/)
    expect(String(error)).not.toContain('SECRET')
  })
})

async function connectTo(address: string) {
  const connection = await Connection.connect({ address })
  return { operatorService: connection.operatorService, close: () => connection.close() }
}

/** The process as far as its own end. */
async function run(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(distDir, entry)], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, output }
}

/** Workers count as ready once they run, a moment after they say so. */
async function ready(url: string): Promise<unknown> {
  for (;;) {
    const response = await fetch(url)
    if (response.status === 200) return response.json()
    await response.body?.cancel()
  }
}
