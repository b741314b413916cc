import { randomUUID } from 'node:crypto'

import { Connection } from '@temporalio/client'

import { expectReadableAnswers } from '../support/box-answers'
import type { Asset, TestClient } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved } from '../support/ledger'
import { image } from '../support/small-assets'
import { temporalAddress } from '../support/temporal-server'
import { searchAttributes } from '../../workflows/contract'

jest.setTimeout(120_000)

const namespace = `e2e-${randomUUID().slice(0, 8)}`
let qc: Installation
let acme: TestClient
let globex: TestClient

// In a namespace of its own: `setup` has something to do there, and `--stuck` means our runs only. One test
// builds on the other.
beforeAll(async () => {
  await registerNamespace()
  qc = await openInstallation({ namespace })
  acme = await qc.addClient('acme', { hasWebhook: false })
  globex = await qc.addClient('globex', { hasWebhook: false })
})
afterAll(() => qc.stop())

test('setup adds search attributes, raises the retention, and changes nothing the second time', async () => {
  const first = await qc.admin('setup')
  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Retention raised from 1 to 30 days'),
  })
  expect(first.stdout).toContain(`Search attributes added: ${Object.keys(searchAttributes).join(', ')}`)

  const second = await qc.admin('setup')
  expect(second).toEqual({
    code: 0,
    stdout: [
      `Namespace ${namespace}`,
      'Search attributes: all present',
      'Retention: 30 days',
      `Schedule ${qc.env.QC_TASK_QUEUE}-sweep-incoming: updated`,
      '',
    ].join('\n'),
    stderr: '',
  })
})

test("list-folder prints the runbook's line, even when the folder is empty", async () => {
  expect(await qc.admin('list-folder', globex.incoming)).toEqual({
    code: 0,
    stdout: `Folder ${globex.incoming} contains 0 items:\n`,
    stderr: '',
  })
  await qc.callBox(acme.userId, 'POST', '/2.0/folders', { name: 'Spring', parent: { id: acme.incoming } })
  const { code, stdout } = await qc.admin('list-folder', acme.incoming)
  expect({ code, lines: stdout.trimEnd().split('\n') }).toEqual({
    code: 0,
    lines: [`Folder ${acme.incoming} contains 1 items:`, expect.stringMatching(/^ {2}folder +\d+ +Spring$/)],
  })
})

test('list-folder says whom to invite when the service account has no access', async () => {
  const { code, stdout, stderr } = await qc.admin('list-folder', '404404404404')
  expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
  expect(stderr).toMatch(/^error: .*404/)
  expect(stderr).toContain("Invite it as Editor: the identity is the app's AutomationUser_")
})

test('register-all-clients creates missing webhooks and skips them the second time', async () => {
  const first = await qc.admin('register-all-clients', qc.webhookAddress)
  expect(first.code).toBe(0)
  expect(first.stdout.trimEnd().split('\n')).toEqual(
    [acme, globex].map(({ id, incoming }): unknown =>
      expect.stringMatching(new RegExp(`^${id} \\(${incoming}\\): CREATED webhook id=\\d+$`)),
    ),
  )

  const second = await qc.admin('register-all-clients', qc.webhookAddress)
  expect(second).toEqual({
    code: 0,
    stdout: [acme, globex]
      .map(({ id, incoming }) => `${id} (${incoming}): SKIP — webhook already exists\n`)
      .join(''),
    stderr: '',
  })
  const webhooks = await qc.box.control.webhooks()
  expect(webhooks.map(({ targetId, address, triggers }) => ({ targetId, address, triggers }))).toEqual(
    [acme, globex].map(({ incoming }) => ({
      targetId: incoming,
      address: qc.webhookAddress,
      triggers: ['FILE.UPLOADED'],
    })),
  )
})

test('list-webhooks names the clients; delete-webhook asks first; register creates it again', async () => {
  const listed = await qc.admin('list-webhooks')
  expect(listed).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      new RegExp(`${acme.id} +${acme.incoming} +FILE\\.UPLOADED +${qc.webhookAddress}`),
    ),
  })
  const id = (await qc.box.control.webhooks()).find(({ targetId }) => targetId === acme.incoming)?.id ?? ''

  expect(await qc.admin('delete-webhook', id)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Add --yes'),
  })
  expect(await qc.box.control.webhooks()).toHaveLength(2)
  const deleted = await qc.admin('delete-webhook', id, '--yes')
  expect(deleted).toMatchObject({
    code: 0,
    stdout: `deleted webhook ${id} on folder ${acme.incoming} (${qc.webhookAddress})\n`,
  })
  expect(await qc.admin('delete-webhook', id, '--yes')).toMatchObject({ code: 5, stdout: '' })

  const again = await qc.admin('register', acme.id, qc.webhookAddress)
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      new RegExp(`^${acme.id} \\(${acme.incoming}\\): CREATED webhook id=\\d+\\n$`),
    ),
  })
})

test('exit codes: 2 for a wrong argument or a bad address, 5 for an unknown client', async () => {
  expect(await qc.admin('no-such-command')).toMatchObject({ code: 2, stdout: '' })
  expect(await qc.admin('register', 'nobody', qc.webhookAddress)).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('no client "nobody"'),
  })
  expect(await qc.admin('register-all-clients', 'http://gateway.sandbox.example/box/webhook')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected https://<public host>/<path>, on port 443'),
  })
})

test('exit codes: 3 for a broken clients.yaml, 7 when Temporal is unreachable', async () => {
  expect(await qc.adminWith({ QC_CLIENTS_FILE: '/nowhere/clients.yaml' }, 'clients', 'list')).toMatchObject({
    code: 3,
    stderr: expect.stringContaining('/nowhere/clients.yaml: cannot be read'),
  })
  expect(await qc.adminWith({ TEMPORAL_ADDRESS: '127.0.0.1:1' }, 'runs', 'list')).toMatchObject({
    code: 7,
    stderr: expect.stringContaining('Temporal does not answer at 127.0.0.1:1'),
  })
})

test('clients validate holds the configuration against Box', async () => {
  expect(await qc.admin('clients', 'validate')).toMatchObject({ code: 0 })
  await qc.box.control.setRole({ folderId: globex.incoming, userId: qc.box.serviceAccountId, role: 'viewer' })
  const { code, stdout, stderr } = await qc.admin('clients', 'validate')
  expect(code).toBe(3)
  expect(stdout + stderr).toMatch(new RegExp(`${globex.id}: INCOMING folder ${globex.incoming}.*Editor`))
  await qc.box.control.setRole({ folderId: globex.incoming, userId: qc.box.serviceAccountId, role: 'editor' })
})

test('runs: parked runs are listed, shown with what to do, and retried with one command', async () => {
  await qc.box.control.setRole({ folderId: acme.reports, userId: qc.box.serviceAccountId, role: 'viewer' })
  const assets = [
    await acme.upload('first.png', await image(1)),
    await acme.upload('second.png', await image(2)),
  ]
  for (const { run, ...asset } of assets) {
    await qc.untilDelivered({ run, ...asset })
    await qc.untilState(run, 'needs_attention')
  }

  const listed = await qc.admin('runs', 'list', '--stuck', '--json')
  expect(JSON.parse(listed.stdout)).toEqual(expect.arrayContaining(assets.map(parkedRun)))
  const shown = await qc.admin('runs', 'show', assets[0]!.fileId)
  expect(shown.stdout).toMatch(/What to do +Raise the service account's role to Editor/)
  await qc.box.control.setRole({ folderId: acme.reports, userId: qc.box.serviceAccountId, role: 'editor' })
  const retried = await qc.admin('runs', 'retry', '--stuck')

  expect(retried.code).toBe(0)
  for (const asset of assets) {
    expect(retried.stderr).toContain(`${asset.workflowId}: resumed`)
    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })
    await expectFiledOnceThenMoved(qc, asset)
  }
  expect(await qc.admin('runs', 'list', '--stuck')).toMatchObject({
    code: 0,
    stderr: 'No run needs attention.\n',
  })
  expect(await qc.admin('runs', 'retry', assets[0]!.workflowId)).toMatchObject({ code: 5 })
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

function parkedRun({ workflowId, name, client }: Asset): unknown {
  const where = { state: 'needs_attention', step: 'uploadReport', errorType: 'permission_denied' }
  return expect.objectContaining({ workflowId, file: name, client: client.id, ...where })
}

async function registerNamespace(): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress() })
  const retention = { seconds: 86_400 as never }
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: retention,
  })
  await connection.close()
}
