import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Description } from '../../sandbox/installation/description'
import type { UploadOutcome } from '../../sandbox/demo/outcome-of'

const root = join(__dirname, '../..')
const limitMs = 5 * 60_000

let stateDir: string
beforeEach(() => (stateDir = mkdtempSync(join(tmpdir(), 'demo-'))))
afterEach(() => rmSync(stateDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }))

test(
  'shows every sample to its end, helps the stuck one, and prints nothing but JSON on stdout',
  async () => {
    const { exitCode, stdout, stderr } = await demo('--once', '--json')
    const { uploads, urls } = JSON.parse(stdout) as {
      uploads: Record<keyof UploadOutcome, unknown>[]
      urls: Record<string, unknown>
    }
    const ends = uploads.map(({ client, outcome, verdict }) => [client, outcome, verdict ?? '-'].join(' '))
    expect({ ends, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({
      ends: [
        'acme done pass',
        'acme done fail',
        'acme done pass',
        'acme done fail',
        'acme done pass',
        'acme skipped -',
        'globex done pass',
        'globex done fail',
        'globex done fail',
        'initech done pass',
      ],
      exitCode: 0,
      stderr: '',
    })
    for (const { outcome, workflowId, report, movedTo, score } of uploads.filter(
      (one) => one.outcome !== 'skipped',
    )) {
      expect({ outcome, workflowId }).toEqual({
        outcome: 'done',
        workflowId: expect.stringMatching(/^qc\/\w+\/\d+\/\d+$/),
      })
      expect(report).toMatch(/^QC_Report_.*\.html$/)
      expect(movedTo).toMatch(/^_PROCESSED\/\d{8}T\d{6}Z-\d{6}_/)
      expect(score).toEqual(expect.any(Number))
    }
    expect(Object.keys(urls)).toEqual([
      'adminPages',
      'boxPage',
      'temporalWebUi',
      'needsAttention',
      'metrics',
      'sandboxFile',
    ])
    expect(stderr).toMatch(/Stapler launch\.jpg +waits for a person/)
    expect(stderr).toMatch(/Stapler launch\.jpg +goes on/)
    expect(stderr).toContain('no run: acme takes no .docx files')
    expect(stderr).toContain(`are kept in ${stateDir}`)
    expect(stderr).not.toMatch(/Warning|\u001B/)
    const wide = stderr.split('\n').filter((line) => line.length > 100 && !/https?:|→/.test(line))
    expect(wide).toEqual([])
    expect(stderr).toContain(`are kept in ${stateDir}: npm run demo goes on with them`)
    const description = JSON.parse(readFileSync(join(stateDir, 'sandbox.json'), 'utf8')) as Description
    for (const { incomingFolderId, reportsFolderId } of Object.values(description.clients))
      for (const id of [incomingFolderId, reportsFolderId])
        expect(stderr).toContain(`${description.boxPageUrl}/folder/${id}`)
  },
  limitMs,
)

async function demo(...options: string[]) {
  const child = spawn(process.execPath, [
    join(root, 'dist/sandbox/demo/main.js'),
    '--state',
    stateDir,
    ...options,
  ])
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return { exitCode, stdout, stderr }
}
