import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { untilLogged } from '../support/await-run'
import { fakeSystemdNotify } from '../support/fake-systemd-notify'
import { writeJwtConfig } from '../support/jwt-config'
import { type ProductProcess, startNpmScript } from '../support/product-process'
import { freePort } from '../support/temporal-server'

const dir = mkdtempSync(join(tmpdir(), 'qc-npm-'))
const started: ProductProcess[] = []
beforeAll(() => {
  writeJwtConfig(join(dir, 'jwt.json'))
  writeFileSync(join(dir, 'clients.yaml'), '# none yet\n')
})
afterAll(() => {
  started.forEach(endOrphans)
  rmSync(dir, { recursive: true, force: true })
})

const scripts = [
  ['gateway', 'gateway is listening', '--ready', 'gateway has stopped'],
  // It is ready when it has Temporal: worker.test.ts.
  ['worker', 'cannot connect to Temporal yet', '', 'worker stopped'],
  ['pages', 'pages: listening', '--ready', 'pages: stopping'],
] as const

test.concurrent.each(scripts)(
  'npm run %s tells systemd when it is ready, and leaves no process behind when npm gets SIGTERM',
  async (script, ready, announced, stopped) => {
    const systemd = fakeSystemdNotify(join(dir, script))
    const npm = await startNpmScript(script, { ...(await environment()), ...systemd.env }, ready)
    started.push(npm)
    await untilLogged(systemd.told, announced)
    await npm.kill('SIGTERM')
    expect(npm.log()).toContain(stopped)
    if (announced === '') expect(systemd.told()).toBe('')
  },
)

async function environment(): Promise<Record<string, string>> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: dir,
    npm_config_update_notifier: 'false',
    TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
    BOX_JWT_CONFIG_FILE: join(dir, 'jwt.json'),
    QC_CLIENTS_FILE: join(dir, 'clients.yaml'),
    QC_DATA_DIR: join(dir, 'worker'),
    GATEWAY_DATA_DIR: join(dir, 'gateway'),
    PAGES_USERS_FILE: join(dir, 'users.json'),
    GATEWAY_PORT: '0',
    PAGES_PORT: '0',
    WORKER_SHUTDOWN_GRACE_MS: '1000',
  }
}

/** After a failure only. */
function endOrphans({ pid }: ProductProcess): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All are gone, as they should be.
  }
}
