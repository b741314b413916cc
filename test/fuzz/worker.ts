import { localCheck } from '../support/local-check'
import type { Answer, Case } from './case'

const { check, generalProfile } = localCheck({ timeoutMs: 30_000 })

/** Stands for a worker process: checks one file after another; that it dies is what the fuzzer looks for. */
process.on('message', (message: Case) => {
  void judge(message).then((answer) => process.send?.(answer))
})

async function judge({ path }: Case): Promise<Answer> {
  try {
    const { verdict, results } = await check(path, await generalProfile(path))
    const errored = results
      .filter(({ status }) => status === 'errored')
      .map(({ check: id, reason }) => `${id}: ${reason ?? ''}`)
    return { verdict, errored, residentBytes: process.memoryUsage.rss() }
  } catch (error) {
    return {
      verdict: 'thrown',
      errored: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      residentBytes: process.memoryUsage.rss(),
    }
  }
}
