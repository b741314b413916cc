import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { DeterminismViolationError } from '@temporalio/workflow'
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker'

import { workflowBundle } from '../support/workflow-bundle'

const folder = join(__dirname, '../fixtures/histories')
const stories = readdirSync(folder).filter((file) => file.endsWith('.json'))

/**
 * A change that breaks one of these breaks runs that are in flight: it goes through `patched()`, never
 * through a new recording.
 */
describe('runs that were recorded', () => {
  // The wrong one is meant to fail: its complaint is caught below and need not be printed.
  beforeAll(() =>
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } }),
  )

  it('tell every story', () => {
    expect(stories).toEqual(
      expect.arrayContaining(
        [
          'passed',
          'failed-checks',
          'rejected-by-preflight',
          'parked-and-retried',
          'abandoned',
          'host-lost',
          'cancelled',
          'superseded',
        ].map((story) => `${story}.json`),
      ),
    )
    expect(stories).toContain('withdrawn.json')
  })

  it.each(stories)('are decided alike today: %s', async (file) => {
    await replay(join(folder, file))
  })

  it('would be missed if they were not: a move before its report is not what the workflow decides', async () => {
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
