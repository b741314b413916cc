import { createPaint } from '../../../sandbox/demo/paint'
import { resultLines } from '../../../sandbox/demo/result-lines'
import type { UploadOutcome } from '../../../sandbox/demo/outcome-of'

const boxPageUrl = 'http://127.0.0.1:7001'
const description = {
  boxPageUrl,
  clients: { acme: { profile: 'light', incomingFolderId: '11', reportsFolderId: '12' } },
}
const uploads: UploadOutcome[] = [
  { file: 'a.png', client: 'acme', outcome: 'done', verdict: 'fail', score: 79, reportFileId: '99' },
  { file: `${'long-'.repeat(20)}.mp4`, client: 'acme', outcome: 'skipped', why: 'no video for this client' },
]
const lines = (isTerminal: boolean, env: NodeJS.ProcessEnv) =>
  resultLines(uploads, description, createPaint(isTerminal, env))

test('each client has links to both folders, each upload a link to its report or why there is none', () => {
  const [, heading, first, second, last] = lines(false, {})
  expect(heading).toContain(`INCOMING  ${boxPageUrl}/folder/11`)
  expect(first).toMatch(/^ {2}fail +79 {2}a\.png +http:\/\/127\.0\.0\.1:7001\/file\/99$/)
  expect(second).toMatch(/^ {2}skipped .*…\S*\.mp4 +no video for this client$/)
  expect(last).toContain(`REPORTS   ${boxPageUrl}/folder/12`)
  expect(lines(false, {}).filter((line) => line.length > 100)).toEqual([])
})

test.each<[string, boolean, NodeJS.ProcessEnv, boolean]>([
  ['a terminal', true, {}, true],
  ['a pipe', false, {}, false],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['a terminal without colours', true, { TERM: 'dumb' }, false],
])('%s: the colour of a verdict', (_, isTerminal, env, isColoured) => {
  expect(lines(isTerminal, env).join('\n').includes('\u001B[31mfail')).toBe(isColoured)
})
