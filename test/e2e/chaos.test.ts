import { execFile } from 'node:child_process'
import { join } from 'node:path'

import type { ChaosResult } from '../chaos/run-chaos'
import { distDir } from '../../sandbox/installation/project-dir'

/** The short form of `npm run chaos`: half a minute of failures, and the time until every run has ended. */
test('20 uploads survive half a minute of failures: every bad column is 0', async () => {
  const { uploads, reports, bytesProved, faulty }: ChaosResult = await chaos(
    '--uploads',
    '20',
    '--minutes',
    '0.4',
  )
  expect(Object.entries(faulty).filter(([, found]: [string, string[]]) => found.length > 0)).toEqual([])
  expect(Object.keys(faulty)).toHaveLength(16)
  expect(uploads).toBeGreaterThanOrEqual(20)
  expect(reports).toBeGreaterThan(10)
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
