import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { commands } from '../../admin-cli/commands'
import { documented } from '../support/documented'
import { expectReadableAnswers } from '../support/box-answers'
import type { Asset, TestClient } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved } from '../support/ledger'
import { inOneProcess } from '../support/in-one-process'
import { comparedElsewhere, jsonCalls } from '../support/json-calls'
import { image } from '../support/small-assets'
import { registerNamespace } from '../support/temporal-server'
import { searchAttributes } from '../../workflows/contract'

jest.setTimeout(180_000)

const namespace = `e2e-${randomUUID().slice(0, 8)}`
let qc: Installation
let acme: TestClient
let globex: TestClient
let done: Asset

// In a namespace of its own: `setup` has something to do there, and `--stuck` means our runs only. One test
// builds on the other.
beforeAll(async () => {
  await registerNamespace(namespace)
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
  expect(second).toMatchObject({
    code: 0,
    stdout: [
      `Namespace ${namespace}`,
      'Search attributes: all present',
      'Retention: 30 days',
      `Schedule ${qc.env.QC_TASK_QUEUE}-sweep-incoming: updated`,
      '',
    ].join('\n'),
  })
})

test("list-folder prints the runbook's line, even when the folder is empty", async () => {
  expect(await qc.admin('list-folder', globex.incoming)).toMatchObject({
    code: 0,
    stdout: `Folder ${globex.incoming} contains 0 items:\n`,
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
  expect(stderr).toMatch(/^error: .*404/m)
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
  expect(second).toMatchObject({
    code: 0,
    stdout: [acme, globex]
      .map(({ id, incoming }) => `${id} (${incoming}): SKIP — webhook already exists\n`)
      .join(''),
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
  const withoutOne = await qc.admin('list-webhooks', '--json')
  expect(documented('list-webhooks', withoutOne.stdout)).toMatchObject({
    webhooks: [{ clientId: globex.id, targetId: globex.incoming }],
    missing: [{ clientId: acme.id, folderId: acme.incoming }],
  })
  expect(withoutOne.stderr).toContain(`Run: admin-cli register ${acme.id} <url>`)
  const invalid = await qc.admin('clients', 'validate')
  expect(invalid.stdout).toContain(`${acme.id}: INCOMING folder ${acme.incoming}: there is no webhook`)
  expect(deleted).toMatchObject({
    code: 0,
    stdout: `deleted webhook ${id} on folder ${acme.incoming} (${qc.webhookAddress})\n`,
  })
  expect(await qc.admin('delete-webhook', id, '--yes')).toMatchObject({
    ...{ code: 5, stdout: '' },
    stderr: `error: this application has no webhook ${id}\nSee: admin-cli list-webhooks\n`,
  })

  const again = await qc.admin('register', acme.id, qc.webhookAddress)
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      new RegExp(`^${acme.id} \\(${acme.incoming}\\): CREATED webhook id=\\d+\\n$`),
    ),
  })
})

test(
  'a webhook with another address is moved with ' + '--move only, and a dry run says what would be done',
  async () => {
    const other = 'https://other.example.com/box/webhook'
    const dry = await qc.admin('register', acme.id, other, '--dry-run', '--json')
    const planned = { clientId: acme.id, action: 'UPDATED', was: qc.webhookAddress, dryRun: true }
    expect(documented('register', dry.stdout)).toMatchObject([planned])
    const refused = await qc.admin('register-all-clients', other)
    expect(refused).toMatchObject({ code: 6, stdout: '', stderr: expect.stringContaining('Add --move') })
    expect(refused.stderr).toContain(`  ${globex.id} (${globex.incoming}): ${qc.webhookAddress}`)
    const addresses = async () => (await qc.box.control.webhooks()).map(({ address }) => address)
    expect(await addresses()).toEqual([qc.webhookAddress, qc.webhookAddress])

    expect(await qc.admin('register', acme.id, other, '--move')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/UPDATED webhook id=\d+ \(was https/),
    })
    expect((await addresses()).sort()).toEqual([qc.webhookAddress, other].sort())
    expect((await qc.admin('clients', 'validate', acme.id)).code).toBe(0)
    const { stdout } = await qc.admin('clients', 'validate')
    expect(stdout).toContain('the webhooks point to different addresses')
    expect(await qc.admin('register', acme.id, qc.webhookAddress, '--move')).toMatchObject({ code: 0 })
  },
)

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
    stderr: expect.stringContaining('Temporal at 127.0.0.1:1 does not answer'),
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
    stderr: expect.stringContaining('No run needs attention.\n'),
  })
  const again = await qc.admin('runs', 'retry', assets[0]!.workflowId)
  expect(again).toMatchObject({ code: 6, stderr: expect.stringContaining('has ended (done) on 2') })
  const never = await qc.admin('runs', 'abandon', 'qc/acme/1/2', '--reason', 'none')
  expect(never).toMatchObject({ code: 5, stderr: expect.stringContaining('there is no run qc/acme/1/2') })
  expect(await qc.admin('runs', 'list', '--client', 'nobody')).toMatchObject({ code: 5 })
  done = assets[0]!
})

test('runs rerun makes a second report by another profile, and leaves the moved source alone', async () => {
  const source = () => qc.callBox(acme.userId, 'GET', `/2.0/files/${done.fileId}?fields=name,parent,etag`)
  const before = await source()
  const page = `https://app.box.com/file/${done.fileId}`
  const dry = await qc.admin('runs', 'rerun', page, '--profile', 'other', '--dry-run', '--json')
  expect(documented('runs rerun', dry.stdout)).toMatchObject({
    profileId: 'other',
    started: false,
    dryRun: true,
  })
  const wrong = await qc.admin('runs', 'rerun', done.fileId, '--profile', 'print_ad')
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('Profiles of acme') })

  expect(await qc.admin('runs', 'rerun', page, '--profile', 'other')).toMatchObject({ code: 0 })
  const watched = await qc.admin('runs', 'watch', done.fileId, '--json')
  expect(watched.code).toBe(0)
  expect(documented('runs watch', watched.stdout)).toMatchObject({
    workflowId: done.workflowId,
    state: 'done',
  })
  expect(await source()).toEqual(before)
  const listed = await qc.admin('list-folder', acme.reports, '--json')
  const { items } = documented('list-folder', listed.stdout) as { items: { name: string }[] }
  const reports = items.filter(({ name }) => name.endsWith('_first.png.html'))
  expect(new Set(reports.map(({ name }) => name)).size).toBe(2)
  const rerun = documented('runs list', (await qc.admin('runs', 'list', '--json')).stdout) as object[]
  expect(rerun[0]).toMatchObject({ file: 'first.png', profile: 'other', state: 'done' })
})

test('runs start says what it would start, for an id or an address', async () => {
  await qc.box.control.disturbDeliveries({ loseNext: 1 })
  const { fileId } = await acme.upload('lost.png', await image(5))
  const dry = await qc.admin('runs', 'start', `https://app.box.com/file/${fileId}`, '--dry-run', '--json')
  expect(documented('runs start', dry.stdout)).toMatchObject({ started: false, dryRun: true })
})

test('runs retry --wait says that a run parked again', async () => {
  await qc.box.control.setRole({ folderId: acme.reports, userId: qc.box.serviceAccountId, role: 'viewer' })
  const asset = await acme.upload('third.png', await image(3))
  await qc.untilDelivered(asset)
  await qc.untilState(asset.run, 'needs_attention')
  const { code, stdout, stderr } = await qc.admin('runs', 'retry', asset.fileId, '--wait', '--json')
  expect(code).toBe(8)
  expect(documented('runs retry', stdout)).toMatchObject([{ retried: true, state: 'needs_attention' }])
  expect(stderr).toContain('parked again')
  for (const command of ['start', 'rerun']) {
    const would = await qc.admin('runs', command, asset.fileId, '--dry-run', '--json')
    expect(would).toMatchObject({ code: 6, stdout: '' })
    const message = `${asset.workflowId} has a run already (needs_attention): no other one is started`
    expect(JSON.parse(would.stderr)).toMatchObject({ error: { reason: 'conflict', message } })
  }
  const dry = await qc.admin('runs', 'abandon', asset.fileId, '--reason', 'test', '--dry-run', '--json')
  expect(documented('runs abandon', dry.stdout)).toMatchObject({ abandoned: false, dryRun: true })
  expect(await qc.admin('runs', 'abandon', asset.fileId, '--reason', 'test')).toMatchObject({ code: 0 })
})

test('--json of every command has the shape that docs/cli.md promises', async () => {
  const webhookId =
    (await qc.box.control.webhooks()).find(({ targetId }) => targetId === acme.incoming)?.id ?? ''
  const calls = jsonCalls({ acme: { ...acme, webhookId }, done, webhookAddress: qc.webhookAddress })
  const env = { QC_WEBHOOK_ADDRESS: qc.webhookAddress, QC_TEMPORAL_UI_URL: 'http://127.0.0.1:8233' }
  const names = Object.keys(calls)
  const ran = await inOneProcess(
    names.map((name) => ({ words: [...name.split(' '), ...calls[name]!, '--json'] })),
    { ...qc.env, ...env },
  )
  for (const [at, { stdout, stderr }] of ran.entries())
    expect({ name: names[at], stderr, isEmpty: stdout === '' }).toEqual({
      name: names[at],
      stderr,
      isEmpty: false,
    })
  for (const [at, { stdout }] of ran.entries()) documented(names[at]!, stdout)

  const known = new Set([...names, ...Object.keys(comparedElsewhere)])
  expect(commands.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
  for (const [name, file] of Object.entries(comparedElsewhere))
    expect(readFileSync(join(__dirname, '..', file), 'utf8')).toContain(`documented('${name}'`)
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

function parkedRun({ workflowId, name, client }: Asset): unknown {
  const where = { state: 'needs_attention', step: 'uploadReport', errorType: 'permission_denied' }
  return expect.objectContaining({ workflowId, file: name, client: client.id, ...where })
}
