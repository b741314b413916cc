import type { Client } from '@temporalio/client'

import type { Command, Context } from '../command'
import { CliError } from '../exit-codes'
import { dryRunShape } from '../json-shape'
import { grpcStatusOf } from '../temporal-failure'

/** A worker that has just started registers its build within a second or two. */
const patienceMs = 30_000
const pauseMs = 500
const [notFound, failedPrecondition] = [5, 9]

export const buildsSetCurrent: Command = {
  name: 'builds set-current',
  arguments: ['[build]'],
  summary: 'Give new and open runs to the workers of this build',
  examples: [
    'builds set-current v1.2.0 --dry-run',
    'builds set-current v1.2.0',
    'builds set-current --unversioned',
  ],
  json: { 'before?': 'string', 'current?': 'string', ...dryRunShape },
  details:
    'Waits up to 30 s for a worker of the build. deploy.sh runs it when QC_WORKER_VERSIONING is true.\n' +
    '--unversioned ends the use of Worker Versioning.',
  options: [
    { flags: '--unversioned', description: 'give runs to workers without Worker Versioning' },
    { flags: '--dry-run', description: 'show what would change' },
  ],
  run: async (context, [build], { unversioned, dryRun }) => {
    if ((build === undefined) === (unversioned !== true))
      throw new CliError('usage', 'name one build, or use --unversioned', 'See: admin-cli builds list')
    const client = await context.temporal()
    const { buildsOf } = await import('../../runs/builds.js')
    const { taskQueue } = context.config().temporal
    const { current } = await buildsOf(client.workflowService, client.options.namespace, taskQueue)
    const change = { before: current, current: build }
    const isSame = current === build
    if (dryRun === true) {
      const text = isSame ? 'current already, nothing would change' : 'would be current'
      context.output.data({ ...change, dryRun: true }, `${nameOf(build)}: ${text}`)
    } else if (isSame) context.output.data(change, `${nameOf(build)}: current already`)
    else {
      await setCurrent(context, client, build)
      context.output.data(change, `${nameOf(build)}: current, was ${nameOf(current)}`)
    }
    return undefined
  },
}

async function setCurrent({ output, config, waitFor }: Context, client: Client, build: string | undefined) {
  const { buildsOf, setCurrentBuild } = await import('../../runs/builds.js')
  const { taskQueue } = config().temporal
  const { namespace } = client.options
  waitFor(`a worker of ${nameOf(build)}`)
  for (const deadline = Date.now() + patienceMs; ;) {
    const { workers } = await buildsOf(client.workflowService, namespace, taskQueue)
    const isThere = workers.some((worker) => worker.build === build)
    const refusal = isThere
      ? await refusalOf(setCurrentBuild(client, taskQueue, build))
      : noWorkerOf(build, taskQueue)
    if (refusal === undefined) return
    if (Date.now() > deadline) throw refusal
    output.progress(`Waiting for a worker of ${nameOf(build)} …`)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

/**
 * What Temporal has against the build: it may pass. A worker's queues are registered one after the other, and
 * until all of them are, the server refuses the build because of the missing ones.
 */
async function refusalOf(setting: Promise<void>): Promise<CliError | undefined> {
  try {
    await setting
    return undefined
  } catch (error) {
    const status = grpcStatusOf(error)
    if (status?.code !== notFound && status?.code !== failedPrecondition) throw error
    const reason = status.code === notFound ? 'notFound' : 'conflict'
    const next = 'See: admin-cli builds list'
    return new CliError(reason, `Temporal refuses the build: ${status.details}`, next, { cause: error })
  }
}

function noWorkerOf(build: string | undefined, taskQueue: string): CliError {
  const message = `no worker of ${nameOf(build)} polls the task queue ${taskQueue}`
  return new CliError('notFound', message, 'Start one, or see: admin-cli builds list')
}

function nameOf(build: string | undefined): string {
  return build === undefined ? 'workers without Worker Versioning' : `build ${build}`
}
