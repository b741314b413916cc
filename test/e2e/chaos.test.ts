import { execFile } from 'node:child_process'
import { join } from 'node:path'

import type { ChaosResult } from '../chaos/run-chaos'
import { distDir } from '../../sandbox/installation/project-dir'

/** The short form of `npm run chaos`: a minute of failures, and the time until every run has ended. */
test('30 uploads survive a minute of failures: nothing is lost, and nothing is done twice', async () => {
  const { uploads, reports, bytesProved, faulty } = await chaos('--uploads', '30', '--minutes', '1')
  expect(faulty).toEqual({
    lost: [],
    movedWithoutReport: [],
    movedBeforeReport: [],
    reportedTwice: [],
    movedTwice: [],
    runTwice: [],
    leftStuck: [],
    withdrawnThoughPresent: [],
    bytesNotProved: [],
  })
  expect(uploads).toBeGreaterThanOrEqual(30)
  expect(reports).toBeGreaterThan(15)
  expect(bytesProved).toBe(reports)
}, 420_000)

/** Exit code 8 says that a bad column is not 0: the result is on stdout all the same. */
function chaos(...words: string[]): Promise<ChaosResult> {
  const args = [join(distDir, 'test', 'chaos', 'main.js'), '--json', '--seed', '1', ...words]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 10 * 2 ** 20 }, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr, { cause: error }))
      else resolve(JSON.parse(stdout) as ChaosResult)
    })
  })
}
