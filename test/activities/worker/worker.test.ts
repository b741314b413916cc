import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startProductProcess } from '../../support/product-process'
import { freePort, startTemporalServer, type TemporalServer } from '../../support/temporal-server'

let dir: string
let temporal: TemporalServer | undefined
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'qc-worker-'))
  // Nothing asks Box here: the form of the console's export is enough.
  const appAuth = { publicKeyID: 'k', privateKey: 'p', passphrase: 's' }
  await writeFile(
    join(dir, 'jwt.json'),
    JSON.stringify({ boxAppSettings: { clientID: 'c', clientSecret: 's', appAuth }, enterpriseID: '1' }),
  )
  await writeFile(join(dir, 'clients.yaml'), '# none yet\n')
})
afterAll(async () => {
  await temporal?.stop()
  await rm(dir, { recursive: true, force: true })
})

function environment(changes: Record<string, string> = {}) {
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
    const worker = await startProductProcess(
      entry,
      environment({ TEMPORAL_ADDRESS: `127.0.0.1:${port}` }),
      'cannot connect to Temporal yet',
    )
    temporal = await startTemporalServer({ port })
    const line: unknown = JSON.parse(await worker.untilLogged('"worker ready"'))
    expect(line).toMatchObject({
      queues: ['qc', 'qc-intake', expect.stringMatching(/^qc-host-[0-9a-f]{12}$/)],
      level: 30,
    })
    const { healthUrl } = line as { healthUrl: string }
    await expect(ready(healthUrl.replace('healthz', 'readyz'))).resolves.toMatchObject({
      workers: { qc: 'RUNNING', 'qc-intake': 'RUNNING' },
    })
    expect((await fetch(healthUrl)).status).toBe(200)
    expect((await fetch(healthUrl.replace('healthz', 'other'))).status).toBe(404)
    await expect(worker.kill('SIGTERM')).resolves.toBe(0)
    expect(worker.log()).toContain('"worker stopped"')
    expect(worker.log()).not.toMatch(/"level":50/)
  })

  it.each([
    [
      'no JWT configuration',
      { BOX_JWT_CONFIG_FILE: '' },
      /BOX_JWT_CONFIG_FILE: is not set, expected the path/,
    ],
    [
      'one that is not there',
      { BOX_JWT_CONFIG_FILE: '/nowhere/jwt.json' },
      /\/nowhere\/jwt.json, which cannot be read/,
    ],
    ['a wrong number', { QC_FFMPEG_SLOTS: 'many' }, /QC_FFMPEG_SLOTS.*"many"/],
  ])('ends at once and says what is wrong: %s', async (_what, changes, words) => {
    await expect(startProductProcess(entry, environment(changes), 'worker ready')).rejects.toThrow(words)
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

/** Workers count as ready once they run, a moment after they say so. */
async function ready(url: string): Promise<unknown> {
  for (;;) {
    const response = await fetch(url)
    if (response.status === 200) return response.json()
    await response.body?.cancel()
  }
}
