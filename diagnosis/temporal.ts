import type { Client } from '@temporalio/client'

import { quoted } from '../runs/find-run'
import { hasWorker } from '../runs/has-worker'
import { listRuns } from '../runs/list-runs'
import { queuePollers } from '../runs/queue-pollers'
import { runScheduled } from '../runs/run-scheduled'
import { stalledRemedy, stalledRuns } from '../runs/stalled-runs'
import { schedulesOf, sweepInput } from '../runs/schedules'
import { workflowType } from '../workflows/contract'
import { searchAttributeProblem } from '../workflows/search-attributes'
import { type Diagnosis, type Examination, fail, pass, warn } from './diagnosis'
import { plural } from '../workflows/text'

export const temporalReady: Examination = {
  what: 'Temporal',
  async examine({ temporal }) {
    const client = await temporal()
    const { namespace } = client.options
    const problem = await searchAttributeProblem(client.connection.operatorService, namespace)
    return [
      pass(this.what, `namespace ${namespace} answers`),
      problem === undefined
        ? pass('search attributes', 'all present')
        : fail('search attributes', problem, 'admin-cli setup'),
    ]
  },
}

export const schedules: Examination = {
  what: 'schedules',
  needs: 'Temporal',
  async examine({ temporal, config }) {
    const client = await temporal()
    const wanted = schedulesOf(config().temporal.taskQueue, config()).map(({ id }) => id)
    const found = new Map<string, boolean>()
    for await (const { scheduleId, state } of client.schedule.list()) found.set(scheduleId, state.paused)
    const missing = wanted.filter((id) => !found.has(id))
    const paused = wanted.filter((id) => found.get(id) === true)
    return [
      ...(missing.length > 0 ? [fail(this.what, `missing: ${missing.join(', ')}`, 'admin-cli setup')] : []),
      ...paused.map((id) =>
        warn(this.what, `${id} is paused`, `temporal schedule toggle --unpause --schedule-id ${id}`),
      ),
      ...(missing.length + paused.length === 0 ? [pass(this.what, wanted.join(', '))] : []),
    ]
  },
}

export const workers: Examination = {
  what: 'workers',
  needs: 'Temporal',
  isAfterStart: true,
  async examine({ temporal, config }) {
    const { taskQueue } = config().temporal
    return (await hasWorker(await temporal(), taskQueue))
      ? [pass(this.what, `one polls the task queue ${taskQueue}`)]
      : [
          fail(
            this.what,
            `none has polled the task queue ${taskQueue} within the last minutes: uploads wait`,
            'Start one: systemctl start box-qc-worker',
          ),
        ]
  },
}

/** A host takes assets only while it has room on its disk: otherwise uploads wait, and nothing is lost. */
export const roomForAssets: Examination = {
  what: 'room for assets',
  needs: 'Temporal',
  isAfterStart: true,
  async examine({ temporal, config }) {
    const queues = await queuePollers(await temporal(), config().temporal.taskQueue)
    const ofQueue = (name: string) =>
      queues.flatMap(({ queue, workers: found }) => (queue === name ? found : []))
    if (ofQueue('main').length === 0) return []
    const hosts = ofQueue('intake')
    return hosts.length > 0
      ? [pass(this.what, `hosts that take assets: ${hosts.map(({ identity }) => identity).join(', ')}`)]
      : [
          warn(
            this.what,
            'no host takes another asset at the moment: uploads wait',
            'Are the disks full, or do runs that need attention keep assets? admin-cli runs list --stuck',
          ),
        ]
  },
}

export const parkedRuns: Examination = {
  what: 'runs',
  needs: 'Temporal',
  async examine({ temporal, clients }) {
    const client = await temporal()
    const isOne = clients().map(({ id }) => `QcClient=${quoted(id)}`)
    const query = `WorkflowType='${workflowType}' AND QcState='needs_attention' AND ExecutionStatus='Running'`
    const { count } = await client.workflow.count(isOne.length === 1 ? `${query} AND ${isOne[0]}` : query)
    return [
      count === 0
        ? pass(this.what, 'none needs attention')
        : warn(
            this.what,
            `${count} ${count === 1 ? 'needs' : 'need'} attention`,
            'admin-cli runs list --stuck',
          ),
      ...(await unreadable(client, isOne.length === 1 ? clients()[0]?.id : undefined)),
    ]
  },
}

/** Temporal gives a workflow task no time-out before a worker takes it: a lost one is never repeated. */
export const lostTasks: Examination = {
  what: 'workflow tasks',
  needs: 'Temporal',
  isAfterStart: true,
  async examine({ temporal, config }) {
    const stalled = await stalledRuns(await temporal(), config().temporal.taskQueue)
    if (stalled.length === 0) return [pass(this.what, 'workers take them')]
    const examples = stalled.slice(0, 3).join(', ')
    return [
      warn(this.what, `no worker gets that of ${plural(stalled.length, 'run')}: ${examples}`, stalledRemedy),
    ]
  },
}

const looked = 1_000

/** Open runs that this process cannot decrypt: a worker with the same keys cannot go on with them either. */
async function unreadable(temporal: Client, client: string | undefined): Promise<Diagnosis[]> {
  const { runs } = await listRuns(temporal, { client, isOpen: true }, looked)
  const hidden = runs.filter((run) => run.unreadable !== undefined)
  const [first] = hidden
  if (first?.unreadable === undefined) return []
  const { reason, whatToDo } = first.unreadable
  const evidence = `${hidden.length} of ${runs.length} open runs are unreadable: ${reason}`
  return [warn('payload keys', evidence, whatToDo)]
}

const dryRunMs = 20_000

/** A dry sweep: the worker compares what is in INCOMING with the runs. */
export const filesWithoutRun: Examination = {
  what: 'INCOMING',
  needs: 'Temporal',
  isAfterStart: true,
  async examine({ temporal, config, clients }) {
    const { taskQueue } = config().temporal
    const client = await temporal()
    if (!(await hasWorker(client, taskQueue)))
      return [warn(this.what, 'not examined: no worker is there to do it', 'Start a worker')]
    const only = clients().length === 1 ? { clientId: clients()[0]?.id } : {}
    const round = await runScheduled(client, taskQueue, 'sweepIncoming', {
      ...{ ...sweepInput(config().sweep), isDryRun: true },
      ...only,
    })
    const { waiting, examples, files } = await round.result(dryRunMs)
    if (waiting === 0) return [pass(this.what, `${plural(files, 'file')}, each with its run`)]
    const names = examples.map(({ clientId, name }) => `${clientId} "${name}"`).join(', ')
    return [
      warn(
        this.what,
        `${waiting} ${waiting === 1 ? 'file has' : 'files have'} no run: ${names}`,
        'admin-cli sweep',
      ),
    ]
  },
}
