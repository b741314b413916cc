import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Diagnosis } from '../../diagnosis/diagnosis'
import type { TestClient } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { image } from '../support/small-assets'

jest.setTimeout(180_000)

let qc: Installation
let acme: TestClient
/** What a server has beyond the environment of the other tests. */
let server: Record<string, string>
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qc-doctor-'))
  // The schedule of `setup` must not find what a test leaves in INCOMING.
  const sweep = { QC_SWEEP_MIN_AGE_SECONDS: '0', QC_SWEEP_INTERVAL_MINUTES: '1440' }
  qc = await openInstallation({ env: { ...sweep, BOX_MAX_CALLS_PER_MINUTE: '1000' } })
  acme = await qc.addClient('acme')
  server = {
    GATEWAY_PORT: new URL(qc.gateway.origin).port,
    QC_DATA_DIR: qc.workers[0]?.dataDir ?? '',
    WORKER_HEALTH_PORT: /"healthUrl":"http:[^"]*:(\d+)/.exec(qc.workers[0]?.log() ?? '')?.[1] ?? '',
    QC_WEBHOOK_ADDRESS: qc.webhookAddress,
  }
  await qc.adminWith(server, 'setup')
})
afterAll(async () => {
  await qc.stop()
  rmSync(folder, { recursive: true })
})

test('a healthy installation passes in every line, with exit code 0', async () => {
  const { code, stdout, stderr } = await qc.adminWith(server, 'doctor', '--client', acme.id)
  expect(stdout).not.toMatch(/^(WARN|FAIL)/m)
  expect(stdout).toMatch(/^PASS {2}media tools: .*ffmpeg \d/m)
  expect(stderr).toContain('0 WARN, 0 FAIL')
  expect(code).toBe(0)
})

describe('doctor --json: exactly that line turns', () => {
  test.concurrent('the role is too low', async () => {
    const low = await qc.addClient('low', { serviceRole: 'viewer', hasWebhook: false })
    const found = await problemsOf({}, low)
    // INCOMING and REPORTS; and a viewer cannot have a webhook.
    expect(found.map(({ what }) => what)).toEqual(['folders', 'folders', 'webhooks'])
    expect(found[0]?.evidence).toContain('our role is too low')
  })

  test.concurrent('a webhook is missing', async () => {
    const silent = await qc.addClient('silent', { hasWebhook: false })
    await expectOnly({}, silent, 'webhooks', 'FAIL', /no webhook of this application.*admin-cli register/)
  })

  test.concurrent('webhooks point to another installation of the same app', async () => {
    const changes = { QC_WEBHOOK_ADDRESS: 'https://prod.example.com/box/webhook' }
    await expectOnly(changes, acme, 'webhooks', 'FAIL', /points to .*one webhook per folder and app/s)
  })

  test.concurrent('no signature key is set', async () => {
    const changes = { BOX_WEBHOOK_PRIMARY_KEY_FILE: '', BOX_WEBHOOK_SECONDARY_KEY_FILE: '' }
    await expectOnly(changes, acme, 'signature keys', 'FAIL', /Manage Signature Keys/)
  })

  test.concurrent('others can read the JWT configuration', async () => {
    const file = join(folder, 'jwt.json')
    copyFileSync(qc.env.BOX_JWT_CONFIG_FILE ?? '', file)
    chmodSync(file, 0o644)
    await expectOnly({ BOX_JWT_CONFIG_FILE: file }, acme, 'JWT configuration', 'WARN', /chmod 600/)
  })

  test.concurrent('the gateway does not run', async () => {
    await expectOnly({ GATEWAY_PORT: '9' }, acme, 'gateway', 'FAIL', /does not answer.*box-qc-gateway/s)
  })

  test.concurrent('the tools are not installed', async () => {
    await expectOnly({ PATH: folder }, acme, 'media tools', 'FAIL', /ffmpeg.*apt-get install/s)
  })

  test.concurrent('the disk is below the reserve', async () => {
    const changes = { QC_DISK_RESERVE_BYTES: String(2 ** 50) }
    await expectOnly(changes, acme, 'disk', 'FAIL', /GiB free in .*QC_DISK_RESERVE_BYTES/s)
  })

  test.concurrent('no worker polls, and the schedules were never set up', async () => {
    const found = await problemsOf({ QC_TASK_QUEUE: 'nobody' }, acme)
    expect(found.map(({ what, level }) => `${what} ${level}`)).toEqual([
      'schedules FAIL',
      'workers FAIL',
      'INCOMING WARN',
    ])
  })

  test.concurrent('a file is skipped although a profile of its client takes it', async () => {
    const videos = await qc.addClient('videos', { profile: 'static_general' })
    await videos.upload('spot.mp4', await image())
    await expectOnly({}, videos, 'skipped files', 'WARN', /"spot\.mp4".*video_general/s)
  })
})

test('a file in INCOMING that no run has, and a delivery that fits no key', async () => {
  const lost = await qc.addClient('lost', { hasWebhook: false })
  const { status } = await fetch(qc.gateway.url, { method: 'POST', body: '{}', headers: forged() })
  expect(status).toBe(403)
  await qc.admin('register', lost.id, qc.webhookAddress)
  await qc.beforeDelivery(async () => {
    await lost.upload('forgotten.png', await image(31))
    const found = await problemsOf({}, lost)
    expect(found.map(({ what, level }) => `${what} ${level}`)).toEqual(['signatures WARN', 'INCOMING WARN'])
    expect(found[0]?.evidence).toMatch(
      /the last one is delivery f96bb54b-ee16-4fc5-aa65-8c2d9e5b546f at 2\d.*no key has fitted since 2/,
    )
    expect(found[1]?.evidence).toContain('forgotten.png')
    expect(found[1]?.remedy).toBe('admin-cli sweep')
  })
})

async function expectOnly(
  changes: Record<string, string>,
  client: TestClient,
  what: string,
  level: string,
  text: RegExp,
): Promise<void> {
  const found = await problemsOf(changes, client)
  expect(found.map((diagnosis) => `${diagnosis.what} ${diagnosis.level}`)).toEqual([`${what} ${level}`])
  expect(`${found[0]?.evidence} ${found[0]?.remedy}`).toMatch(text)
}

async function problemsOf(changes: Record<string, string>, client: TestClient): Promise<Diagnosis[]> {
  const { code, stdout } = await qc.adminWith(
    { ...server, ...changes },
    'doctor',
    '--client',
    client.id,
    '--json',
  )
  const { diagnoses } = JSON.parse(stdout) as { diagnoses: Diagnosis[] }
  const problems = diagnoses.filter(({ level }) => level !== 'PASS')
  expect(code).toBe(problems.some(({ level }) => level === 'FAIL') ? 8 : 0)
  return problems
}

/** Right in form and time, and signed with a key that nobody has. */
function forged(): Record<string, string> {
  return {
    'content-type': 'application/json',
    'box-delivery-id': 'f96bb54b-ee16-4fc5-aa65-8c2d9e5b546f',
    'box-delivery-timestamp': new Date().toISOString(),
    'box-signature-version': '1',
    'box-signature-algorithm': 'HmacSHA256',
    'box-signature-primary': Buffer.alloc(32, 1).toString('base64'),
    'box-signature-secondary': Buffer.alloc(32, 2).toString('base64'),
  }
}
