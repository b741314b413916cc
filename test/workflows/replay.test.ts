import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { DeterminismViolationError } from '@temporalio/workflow'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'

import { workflowBundle } from '../support/workflow-bundle'

const folder = join(__dirname, '../fixtures/histories')
const stories = readdirSync(folder).filter((file) => file.endsWith('.json'))

/**
 * A change that breaks one of these breaks runs in flight: it goes through `patched()`, not a new recording.
 */
describe('runs that were recorded', () => {
  // The wrong history logs an error on purpose.
  beforeAll(() =>
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } }),
  )

  it('cover every scenario', () => {
    expect(stories).toEqual(
      expect.arrayContaining(
        [
          'passed',
          'failed-checks',
          'rejected-by-preflight',
          'parked-and-retried',
          'abandoned',
          'parked-while-another-run-tries',
          'host-lost',
          'host-lost-after-a-failed-watch',
          'host-busy',
          'no-room',
          'cancelled',
          'superseded',
          'duplicate',
          'next-attempt',
          'withdrawn',
          'previews-gone',
        ].map((scenario) => `${scenario}.json`),
      ),
    )
  })

  it.each(stories)('replay without a difference: %s', async (file) => {
    await replay(join(folder, file))
  })

  it('fail the replay when their order is wrong: a move before its report', async () => {
    await expect(replay(join(folder, 'wrong/moved-before-its-report.json'))).rejects.toThrow(
      DeterminismViolationError,
    )
  })
})

async function replay(path: string): Promise<void> {
  await Worker.runReplayHistory(
    { workflowBundle: await workflowBundle() },
    JSON.parse(readFileSync(path, 'utf8')),
  )
}
