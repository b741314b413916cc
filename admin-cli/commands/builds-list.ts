import type { Command } from '../command'
import { table } from '../table'

export const buildsList: Command = {
  name: 'builds list',
  arguments: [],
  summary: 'List the workers with their builds, and which build is current',
  examples: ['builds list', 'builds list --json'],
  json: {
    'current?': 'string',
    workers: [{ identity: 'string', 'build?': 'string', 'lastSeenAt?': 'string' }],
  },
  details:
    'With QC_WORKER_VERSIONING Temporal gives runs to the current build only. Shown are the workers that\n' +
    'polled within the last five minutes, also when they have stopped since.',
  options: [],
  run: async ({ temporal, output, config }) => {
    const client = await temporal()
    const { buildsOf } = await import('../../runs/builds.js')
    const { taskQueue } = config().temporal
    const builds = await buildsOf(client.workflowService, client.options.namespace, taskQueue)
    const { current, workers } = builds
    const rows = workers.map(({ build, identity, lastSeenAt = '' }) => [
      build ?? '',
      build === current ? 'yes' : '',
      lastSeenAt,
      identity,
    ])
    output.data(builds, rows.length === 0 ? '' : table(['BUILD', 'CURRENT', 'LAST SEEN', 'WORKER'], rows))
    if (rows.length === 0) output.message(`No worker has polled the task queue ${taskQueue} lately.`)
    output.message(
      current === undefined
        ? 'No build is current: runs go to workers without Worker Versioning.'
        : `Build ${current} is current.`,
    )
    return undefined
  },
}
