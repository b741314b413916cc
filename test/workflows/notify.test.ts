import { ApplicationFailure } from '@temporalio/common'
import { NativeConnection, Worker } from '@temporalio/worker'

import { createActivities } from '../../activities'
import { createNoticeDependencies } from '../../activities/worker/notice-dependencies'
import { loadConfig } from '../../config/load-config'
import { noticeCauses } from '../../runs/notice-causes'
import { noticeFacts } from '../../runs/notice-facts'
import { noticeIdFor } from '../../runs/start-notice'
import { errorTypes, type NoticeCause, type NotifyResult } from '../../workflows/contract'
import type { RaiseNoticesInput, RaiseNoticesResult } from '../../workflows/scheduled/raise-notices'
import { type ActivityWorld, openActivityWorld } from '../support/activity-world'
import { startPostReceiver } from '../support/notice-receivers'
import { temporalAddress } from '../support/temporal-server'
import { workflowBundle } from '../support/workflow-bundle'
import { openWorld, reportOf, type WorkflowWorld, untilState } from '../support/workflow-world'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const webhookProblems = [
  { clientId: 'acme', folderId: '100', kind: 'silent', message: 'it is silent', isRepaired: false },
  { clientId: 'beta', folderId: '200', kind: 'missing', message: 'it is missing', isRepaired: true },
]
let world: WorkflowWorld
let activities: ActivityWorld
let connection: NativeConnection
let receiver: Awaited<ReturnType<typeof startPostReceiver>>
let refusals = 0
let stopWorker: () => Promise<void>

beforeAll(async () => {
  world = await openWorld()
  activities = await openActivityWorld()
  receiver = await startPostReceiver(() => ({ status: refusals-- > 0 ? 503 : 200 }))
  const config = loadConfig({
    QC_TASK_QUEUE: world.taskQueue,
    QC_NOTICES_WEBHOOK_URL: `${receiver.address}/hook`,
    QC_NOTICES_WEBHOOK_SECRET: secret,
    QC_NOTICES_SLACK_URL: `${receiver.address}/slack`,
    PAGES_PUBLIC_URL: 'https://qc.example.com',
  })
  const notices = createNoticeDependencies({ clients: () => new Map() }, world.client, config)
  const { raiseNotices, describeCause, sendNotice } = createActivities({ ...activities.deps, notices })
  connection = await NativeConnection.connect({ address: temporalAddress() })
  await world.stopMainWorker()
  const worker = await Worker.create({
    ...{ connection, taskQueue: world.taskQueue, workflowBundle: await workflowBundle() },
    maxCachedWorkflows: 0,
    activities: {
      moveToProcessed: (...input: Parameters<typeof world.fakes.moveToProcessed>) =>
        world.fakes.moveToProcessed(...input),
      wakeParked: async () => 0,
      isFirstParked: async () => true,
      checkWebhooks: async () => ({ checked: 3, wrong: 2, repaired: 1, problems: webhookProblems }),
      ...{ raiseNotices, describeCause, sendNotice },
    },
  })
  const running = worker.run()
  stopWorker = async () => {
    worker.shutdown()
    await running
  }
})
beforeEach(() => {
  world.reset()
  receiver.posts.length = 0
})
afterAll(async () => {
  await stopWorker()
  await Promise.all([receiver.stop(), activities.close(), world.stop(), connection.close()])
})

const fast = { groupMs: 300, quietMs: 1_000 }

function raise(input: Pick<RaiseNoticesInput, 'about' | 'channels'>): Promise<RaiseNoticesResult> {
  const workflowId = `${world.taskQueue}-raise-${Math.random()}`
  const args: [RaiseNoticesInput] = [{ ...input, ...fast }]
  return world.client.workflow.execute('raiseNotices', { workflowId, taskQueue: world.taskQueue, args })
}

/** Parked runs of a client, and what lets them go on. */
async function park(clientId: string, count: number) {
  world.fakes.moveToProcessed = () =>
    Promise.reject(ApplicationFailure.nonRetryable('the role is too low', errorTypes.permissionDenied))
  const names = Array.from({ length: count }, (_, index) => `${index + 1}.png`)
  const runs = await Promise.all(names.map((name) => world.start({ clientId, name })))
  await Promise.all(runs.map((run) => untilState(run, 'needs_attention')))
  const solve = async () => {
    world.fakes.moveToProcessed = async () => ({ location: 'moved', name: 'x', folderId: '101' })
    for (const run of runs) await run.signal('retry')
    await Promise.all(runs.map((run) => run.result()))
  }
  const cause: NoticeCause = {
    ...{ kind: 'parked', clientId, step: 'moveToProcessed', errorType: errorTypes.permissionDenied },
  }
  return { cause, solve }
}

const resultOf = ({ cause }: { cause: NoticeCause }): Promise<NotifyResult> =>
  world.client.workflow.getHandle(noticeIdFor(world.taskQueue, { cause })).result()

it('tells once of all runs that one cause parked, and again only while it stays', async () => {
  const { cause, solve } = await park('acme', 2)
  expect(await raise({ about: ['parked'], channels: ['slack'] })).toEqual({ causes: 1, raised: 1 })
  expect(await raise({ about: ['parked'], channels: ['slack'] })).toEqual({ causes: 1, raised: 0 })
  while (receiver.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await solve()
  const { sent } = await resultOf({ cause })
  expect(receiver.posts).toHaveLength(sent)
  const { text } = JSON.parse(receiver.posts[0]?.body ?? '') as { text: string }
  expect(text).toContain('acme: 2 runs need attention')
  expect(text).toContain('the role is too low')
  expect(text).toContain('*What to do:*')
  expect(text).toContain('<https://qc.example.com/run?id=qc%2Facme%2F')
  expect(await raise({ about: ['parked'], channels: ['slack'] })).toEqual({ causes: 0, raised: 0 })
})

it('sends nothing when the cause is gone within the first wait', async () => {
  const { cause, solve } = await park('beta', 1)
  await solve()
  const args = [{ cause, since: new Date().toISOString(), channels: ['slack'], ...fast }]
  const workflowId = noticeIdFor(world.taskQueue, { cause })
  const { taskQueue } = world
  expect(await world.client.workflow.execute('notify', { workflowId, taskQueue, args })).toEqual({ sent: 0 })
  expect(receiver.posts).toEqual([])
})

it('sends a signed webhook again, with its id, until the receiver takes it', async () => {
  refusals = 1
  const { cause, solve } = await park('gamma', 1)
  await raise({ about: ['parked'], channels: ['webhook'] })
  while (receiver.posts.length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  await solve()
  await resultOf({ cause })
  const [refused, taken] = receiver.posts.map(({ headers }) => headers)
  expect(refused?.['webhook-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(taken?.['webhook-id']).toBe(refused?.['webhook-id'])
  expect(taken?.['webhook-signature']).toMatch(/^v1,/)
  const { events } = await world.client.workflow
    .getHandle(noticeIdFor(world.taskQueue, { cause }))
    .fetchHistory()
  const history = JSON.stringify(events)
  expect(history).not.toContain(receiver.address)
  expect(history).not.toContain(secret)
})

it('tells of the files of a client that failed since then, with their scores', async () => {
  const clientId = 'delta'
  world.fakes.checks = async (upload) => reportOf(upload, { verdict: 'fail', score: 40 })
  for (const name of ['a.png', 'b.png']) await (await world.start({ clientId, name })).result()
  const { client: temporal, taskQueue } = world
  const now = () => new Date(Date.now() + 10_000)
  const sources = { temporal, taskQueue, clientName: () => 'Delta', linkOf: () => undefined, now }
  const since = new Date(Date.now() - 600_000).toISOString()
  const factsSince = (from: string) => noticeFacts(sources, { kind: 'failed', clientId }, from)
  while ((await factsSince(since))?.count !== 2) await new Promise((resolve) => setTimeout(resolve, 50))
  const facts = await factsSince(since)
  expect(facts).toMatchObject({ type: 'file.failed', title: 'Delta: 2 files failed' })
  expect(facts?.items.map(({ name }) => name).sort()).toEqual(['a.png, score 40', 'b.png, score 40'])
  expect(await noticeCauses(temporal, taskQueue, ['failed'], now())).toEqual([{ kind: 'failed', clientId }])
  expect(await factsSince(facts?.until ?? '')).toBeUndefined()
})

it('tells of webhooks by the last check, unless it is old or repaired them', async () => {
  const { client: temporal, taskQueue } = world
  const args = [{ address: 'https://qc.example.com/box/webhook', isRepair: false }]
  await temporal.workflow.execute('checkWebhooks', { workflowId: `${taskQueue}-check`, taskQueue, args })
  const causes = (now: Date) => noticeCauses(temporal, taskQueue, ['webhook'], now)
  while ((await causes(new Date())).length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  const [cause, ...others] = await causes(new Date())
  expect([cause, others]).toEqual([{ kind: 'webhook', clientId: 'acme', problem: 'silent' }, []])
  const sources = { temporal, taskQueue, clientName: () => 'Acme', linkOf: () => undefined }
  const facts = await noticeFacts({ ...sources, now: () => new Date() }, cause!, '')
  expect(facts).toMatchObject({ type: 'webhook.problem', message: '100: it is silent', count: 1 })
  const later = new Date(Date.now() + 3 * 3_600_000)
  expect(await causes(later)).toEqual([])
  expect(await noticeFacts({ ...sources, now: () => later }, cause!, '')).toBeUndefined()
})
