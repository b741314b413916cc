import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { historyFromJSON } from '@temporalio/common/lib/proto-utils'

import { type ListedRun, runHistoryOf } from './read-histories'

const folder = join(__dirname, '..', 'fixtures', 'histories')
const listed: ListedRun = { workflowId: 'qc/acme/1/500001', runId: 'a', status: 'COMPLETED', state: 'done' }

function read(name: string) {
  const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  return runHistoryOf(listed, historyFromJSON(json).events ?? [])
}

test('a run that passed: its steps in order, and the move with the receipt of the report', () => {
  const { steps, ...run } = read('passed.json')
  const names = ['download', 'preflight', 'checks', 'uploadReport', 'moveToProcessed']
  expect(steps.map(({ name }) => name)).toEqual(names)
  expect(run).toMatchObject({ state: 'done', verdict: 'pass', origin: 'event', workflowErrors: [] })
  expect(run.arrivals).toHaveLength(1)
  const [uploaded, moved] = steps.slice(3)
  expect(moved?.reportFileId).toBe(run.reportFileId)
  expect(uploaded?.reportFileId).toBe(run.reportFileId)
  expect(uploaded?.completedAt).toBeLessThan(moved?.scheduledAt ?? 0)
})

test('a withdrawn file', () => {
  expect(read('withdrawn.json')).toMatchObject({ state: 'withdrawn' })
})

test('a run that goes on with a report that is uploaded already', () => {
  expect(read('next-attempt.json').arrivals.length).toBeGreaterThan(0)
})

test('a workflow task that failed, but not one of a worker that was frozen in the middle of it', () => {
  const failure = (message: string) =>
    historyFromJSON({
      events: [
        {
          eventId: '4',
          eventType: 'EVENT_TYPE_WORKFLOW_TASK_FAILED',
          workflowTaskFailedEventAttributes: {
            cause: 'WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE',
            failure: { message },
          },
        },
      ],
    }).events ?? []
  const errorsOf = (message: string) => runHistoryOf(listed, failure(message)).workflowErrors
  expect(errorsOf('x is not a function')).toEqual(['event 4, cause 14: x is not a function'])
  expect(errorsOf('Script execution timed out after 5000ms')).toEqual([])
})
