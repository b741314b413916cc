import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Registry } from 'prom-client'

import { startHealthPage } from '../../../activities/worker/health-page'
import { loadConfig } from '../../../config/load-config'
import { openConfig } from '../../../config/open-config'
import { catalogue } from '../../../quality-control/checks/catalogue'
import { profileProblems } from '../../../quality-control/plan-checks'

const folder = mkdtempSync(join(tmpdir(), 'qc-health-page-'))
const clients = join(folder, 'clients.yaml')
const profiles = join(folder, 'profiles')
let page: Awaited<ReturnType<typeof startHealthPage>>
beforeAll(async () => {
  cpSync(join(__dirname, '../../../config/profiles'), profiles, { recursive: true })
  writeFileSync(clients, '# none yet\n')
  const config = loadConfig({
    QC_CLIENTS_FILE: clients,
    QC_PROFILES_DIR: profiles,
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
  })
  const { problems } = openConfig(config, {
    report: () => undefined,
    checkProfile: (profile) => profileProblems(profile, catalogue()),
  })
  page = await startHealthPage({
    ...{ host: '127.0.0.1', port: 0, metrics: new Registry(), configProblems: problems },
    health: () => Promise.resolve({ workers: { qc: 'RUNNING' }, missing: [], intake: 'open' }),
  })
})
afterAll(() => {
  page.stop()
  rmSync(folder, { recursive: true })
})

const get = (path: string) => fetch(page.url.replace('/healthz', path))
async function shown(): Promise<{ status: number; configuration: string; metric: string | undefined }> {
  const response = await get('/readyz')
  const { configuration } = (await response.json()) as { configuration: string }
  const metrics = await (await get('/metrics')).text()
  const metric = /^qc_gateway_config_problems (\d+)$/m.exec(metrics)?.[1]
  return { status: response.status, configuration, metric }
}

it('a worker whose configuration files are all in use says so', async () => {
  await expect(shown()).resolves.toEqual({ status: 200, configuration: 'ok', metric: '0' })
})

it.each([
  ['clients.yaml that is cut off', clients, 'acme: {', '# none yet\n', clients],
  [
    'a profile with a setting that no check has',
    join(profiles, 'new.yaml'),
    'title: New\nmedia: [image]\nextensions: [png]\nmaxBytes: 1\nchecks: { image/nothing: {} }\n',
    'title: New\nmedia: [image]\nextensions: [png]\nmaxBytes: 1\n',
    'image/nothing',
  ],
])('%s leaves it ready, is named, and counts until it is corrected', async (_, file, broken, good, name) => {
  writeFileSync(file, broken)
  await expect(shown()).resolves.toEqual({
    status: 200,
    configuration: expect.stringContaining(name),
    metric: '1',
  })
  writeFileSync(file, good)
  await expect(shown()).resolves.toMatchObject({ configuration: 'ok', metric: '0' })
})
