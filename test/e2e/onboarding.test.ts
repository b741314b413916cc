import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

import { workflowIdFor } from '../../workflows/contract'
import type { TestClient } from '../support/asset'
import { expectReadableAnswers } from '../support/box-answers'
import { documented } from '../support/documented'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { image } from '../support/small-assets'

jest.setTimeout(180_000)

let qc: Installation
let acme: TestClient

const id = `initech-${randomUUID().slice(0, 6)}`
let root: string
let before: string
const clientsFile = () => readFileSync(qc.env.QC_CLIENTS_FILE ?? '', 'utf8')
const words = () => [
  '--folder',
  root,
  '--name',
  'Initech',
  '--profiles',
  'light,other',
  '--url',
  qc.webhookAddress,
]

interface Step {
  what: string
  change: string
}
const changesOf = (steps: unknown) => (steps as Step[]).map(({ what, change }) => `${what} ${change}`)

// One test builds on the other.
beforeAll(async () => {
  qc = await openInstallation()
  acme = await qc.addClient('acme')
  const { folders } = await qc.box.control.seed({ folders: [{ key: 'root', name: 'AI-QC' }] })
  root = folders.root ?? ''
  await qc.box.control.setRole({ folderId: root, userId: acme.userId, role: 'editor' })
  before = `# Edited by hand.\n${clientsFile()}`
  writeFileSync(qc.env.QC_CLIENTS_FILE ?? '', before)
})
afterAll(() => qc.stop())

test('onboard names whom to invite where, before it changes anything', async () => {
  const { code, stderr } = await qc.admin('onboard', id, ...words())
  expect(code).toBe(4)
  expect(stderr).toMatch(
    new RegExp(`Invite AutomationUser_\\S+ as Editor of https://app.box.com/folder/${root}`),
  )
  await qc.box.control.setRole({ folderId: root, userId: qc.box.serviceAccountId, role: 'viewer' })
  const viewer = await qc.admin('onboard', id, ...words())
  expect(viewer).toMatchObject({ code: 4, stderr: expect.stringMatching(/role is too low.*\n?.*to Editor/) })
  await qc.box.control.setRole({ folderId: root, userId: qc.box.serviceAccountId, role: 'editor' })
  const wrong = await qc.admin(
    'onboard',
    id,
    '--folder',
    root,
    '--profiles',
    'nothing',
    '--url',
    qc.webhookAddress,
  )
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('profiles that exist') })

  const dry = await qc.admin('onboard', id, ...words(), '--dry-run', '--json')
  const planned = documented('onboard', dry.stdout) as { steps: unknown; dryRun: boolean }
  expect(planned.dryRun).toBe(true)
  expect(changesOf(planned.steps)).toEqual([
    ...['INCOMING created', 'INCOMING created', 'REPORTS created', 'REPORTS created'],
    ...['access none', '_PROCESSED created', 'clients.yaml written', 'webhook created'],
  ])
  expect(await qc.admin('list-folder', root)).toMatchObject({
    stdout: `Folder ${root} contains 0 items:\n`,
  })
  expect(clientsFile()).toBe(before)
})

test('onboard goes on where it broke off, does nothing new after that, and tests itself', async () => {
  await qc.box.control.fault({
    kind: 'answer',
    status: 400,
    method: 'POST',
    path: '/2.0/webhooks',
    times: 1,
  })
  const broken = await qc.admin('onboard', id, ...words())
  expect(broken).toMatchObject({ code: 1, stderr: expect.stringMatching(/clients\.yaml +written/) })
  expect(clientsFile().startsWith(before)).toBe(true)

  const second = await qc.admin('onboard', id, ...words(), '--json')
  expect(second.code).toBe(0)
  const finished = documented('onboard', second.stdout) as { steps: unknown }
  expect(changesOf(finished.steps).filter((one) => !one.endsWith(' none'))).toEqual(['webhook created'])

  const incoming = await incomingOf(id)
  const left = 'qc-test-1700000000000.png'
  const processed = (await qc.box.control.tree(incoming)).find(({ name }) => name === '_PROCESSED')?.id ?? ''
  const leftBy = async (userId: string, name: string) =>
    qc.box.control.upload({ userId, folderId: processed, name, content: await image(5) })
  await leftBy(qc.box.serviceAccountId, `20231114T221320Z-111_${left}`)
  await leftBy(acme.userId, `20231114T221320Z-222_${left}`)
  const third = await qc.adminWith(
    { QC_WEBHOOK_ADDRESS: qc.webhookAddress },
    'onboard',
    id,
    '--test',
    '--json',
  )
  const tested = documented('onboard', third.stdout) as {
    steps: unknown
    nextUpload: unknown
    test: unknown
  }
  expect(changesOf(tested.steps).filter((one) => !one.endsWith(' none'))).toEqual([])
  expect(tested).toMatchObject({
    problems: [],
    nextUpload: [{ profileId: 'light', filesWaiting: 0 }],
    test: { state: 'done' },
  })
  expect(third.stderr).toMatch(new RegExp(`deleted +20231114T221320Z-111_${left} from _PROCESSED`))
  // The source of this test has left; a person's file of such a name stays.
  const kept = (await qc.box.control.tree(processed)).filter(({ isTrashed }) => !isTrashed)
  expect(kept).toMatchObject([{ name: `20231114T221320Z-222_${left}` }])
  const other = await qc.admin('onboard', id, '--name', 'Initrode', '--url', qc.webhookAddress)
  expect(other).toMatchObject({
    code: 6,
    stderr: expect.stringContaining('name is "Initech", not "Initrode"'),
  })
})

test('offboard lists open runs, stops new uploads, and removes the entry at the end', async () => {
  const incoming = await incomingOf(id)
  const roleTo = (role: 'viewer' | 'editor') =>
    qc.box.control.setRole({ folderId: root, userId: qc.box.serviceAccountId, role })
  await roleTo('viewer')
  const { fileId, versionId } = await qc.box.control.upload({
    ...{ userId: acme.userId, folderId: incoming, name: 'last.png', content: await image(4) },
  })
  const run = qc.temporal.workflow.getHandle(workflowIdFor({ clientId: id, fileId, versionId }))
  await qc.untilState(run, 'needs_attention')
  const refused = await qc.admin('offboard', id, '--yes')
  expect(refused).toMatchObject({ code: 6, stderr: expect.stringContaining('needs_attention  last.png') })
  const unasked = await qc.admin('offboard', id, '--wait', '--remove')
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --yes') })
  const dry = await qc.admin('offboard', id, '--dry-run', '--json')
  expect(documented('offboard', dry.stdout)).toMatchObject({
    dryRun: true,
    openRuns: [{ file: 'last.png' }],
  })
  const stopped = await qc.admin('offboard', id, '--wait', '--remove', '--yes', '--json')
  expect(stopped.code).toBe(9)
  expect(documented('offboard', stopped.stdout)).toMatchObject({
    steps: [
      { what: 'webhook', change: 'removed' },
      { what: 'clients.yaml', change: 'removed' },
    ],
    openRuns: [{ workflowId: run.workflowId, state: 'needs_attention' }],
    stays: [
      { what: 'INCOMING', items: 2 },
      { what: 'REPORTS', items: 0 },
    ],
  })
  expect((await qc.box.control.webhooks()).map(({ targetId }) => targetId)).not.toContain(incoming)
  await roleTo('editor')
  expect(await qc.admin('runs', 'abandon', run.workflowId, '--reason', 'the client left')).toMatchObject({
    code: 0,
  })
  expect(await qc.admin('offboard', id, '--wait', '--remove', '--yes')).toMatchObject({ code: 0 })
  expect(clientsFile().trimEnd()).toBe(before.trimEnd())
})

test('onboard --wait says whom to invite, and goes on when Box has the invitation', async () => {
  const { folders } = await qc.box.control.seed({ folders: [{ key: 'late', name: 'AI-QC of Hooli' }] })
  const folderId = folders.late ?? ''
  const options = ['--folder', folderId, '--profiles', 'light', '--url', qc.webhookAddress]
  const onboarding = qc.admin('onboard', 'hooli', ...options, '--wait')
  const isAsked = async () =>
    (await qc.box.control.requests()).some(({ path }) => path === `/2.0/folders/${folderId}`)
  while (!(await isAsked())) await new Promise((resolve) => setTimeout(resolve, 100))
  await qc.box.control.setRole({ folderId, userId: qc.box.serviceAccountId, role: 'editor' })
  const { code, stderr } = await onboarding
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/Invite AutomationUser_\S+ as Editor of .* Waiting …/),
  })
  expect(clientsFile()).toContain('hooli:')
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

async function incomingOf(clientId: string) {
  const { stdout } = await qc.admin('clients', 'show', clientId, '--json')
  return (
    (JSON.parse(stdout) as { incomingFolders: { folderId: string }[] }).incomingFolders[0]?.folderId ?? ''
  )
}
