import { queuePollers } from '../runs/queue-pollers'
import { type Diagnosis, type Examination, pass, warn } from './diagnosis'
import { isPolling } from './is-polling'

/** For one service account (developer.box.com/guides/api-calls/permissions-and-errors/rate-limits). */
const boxLimits = { calls: 1000, uploads: 240 }

/** Each worker process keeps the limits of its own settings; Box counts all of them together. */
export const boxCallLimit: Examination = {
  what: 'Box call limit',
  needs: 'Temporal',
  async examine({ temporal, config }) {
    const { box, temporal: settings } = config()
    const queues = await queuePollers(await temporal(), settings.taskQueue)
    const polling = queues.flatMap(({ workers }) => workers.filter(isPolling))
    // The identity is that of the host, then the process: one that was restarted counts once.
    const hosts = new Set(polling.map(({ identity }) => identity.replace(/\/\d+$/, '')))
    const count = Math.max(1, hosts.size)
    const problems = [
      ...budget('calls', 'BOX_MAX_CALLS_PER_MINUTE', box.maxCallsPerMinute, count),
      ...budget('uploads', 'BOX_MAX_UPLOADS_PER_MINUTE', box.maxUploadsPerMinute, count),
    ]
    if (problems.length > 0) return problems
    const most = `${box.maxCallsPerMinute * count} calls and ${box.maxUploadsPerMinute * count} uploads`
    return [pass(this.what, `at most ${most} a minute from ${processes(count)}`)]
  },
}

function budget(what: keyof typeof boxLimits, setting: string, value: number, count: number): Diagnosis[] {
  const limit = boxLimits[what]
  if (value * count <= limit) return []
  const evidence = `${setting} is ${value}, for ${processes(count)} ${value * count} ${what} a minute`
  return [
    warn(
      'Box call limit',
      `${evidence}; Box allows ${limit} a minute for one service account`,
      `Set ${setting} to ${Math.floor(limit / count)} for each worker: ${limit} divided by their number`,
    ),
  ]
}

function processes(count: number): string {
  return count === 1 ? '1 worker process' : `${count} worker processes`
}
