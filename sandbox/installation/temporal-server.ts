import { join } from 'node:path'

import { Connection } from '@temporalio/client'

import type { PartOptions } from './supervised-part'
import { projectDir } from './project-dir'
import { untilAnswers } from './until-answers'

/**
 * Fairness between clients acts on the backlog of a queue, and on a small installation needs a single
 * partition. By default the server reads new tasks at most 20 times a second and shard, and the dev
 * server has one shard: each task then waits up to 50 ms.
 */
const dynamicConfig = [
  'matching.enableFairness=true',
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
  'system.forceSearchAttributesCacheRefreshOnRead=true',
  'history.transferProcessorMaxPollRPS=1000',
]
/** With these a write costs no fsync, and a killed process still loses nothing. */
const pragmas = ['journal_mode=WAL', 'synchronous=NORMAL']

export const temporalNamespace = 'default'

/** The real Temporal dev server on a database file, with its Web UI. */
export function temporalServer(stateDir: string, port: number, uiPort: number): Omit<PartOptions, 'logFile'> {
  const address = `127.0.0.1:${port}`
  return {
    name: 'temporal',
    command: join(projectDir, '.cache', 'temporal', 'temporal'),
    args: [
      ...[
        'server',
        'start-dev',
        '--ip',
        '127.0.0.1',
        '--port',
        String(port),
        '--ui-ip',
        '127.0.0.1',
        '--ui-port',
        String(uiPort),
      ],
      ...['--db-filename', join(stateDir, 'temporal.db'), '--log-level', 'warn', '--ui-disable-news-fetch'],
      ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
      ...dynamicConfig.flatMap((value) => ['--dynamic-config-value', value]),
    ],
    // It must neither read a person's own configuration nor write to a home directory.
    env: { PATH: process.env.PATH, HOME: stateDir },
    untilReady: (signal) => untilServing(address, signal),
    stopGraceMs: 10_000,
  }
}

async function untilServing(address: string, signal: AbortSignal): Promise<void> {
  await untilAnswers(signal, async () => {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 })
    try {
      return await connection.workflowService.describeNamespace({ namespace: temporalNamespace })
    } finally {
      await connection.close()
    }
  })
}
