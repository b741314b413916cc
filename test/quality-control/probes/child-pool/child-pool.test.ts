import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runInChild, stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'

afterEach(stopPooledChildren)

const options = {
  signal: new AbortController().signal,
  timeoutMs: 30_000,
  memoryBytes: 2e9,
  searchPath: process.env.PATH ?? '',
}

/** Processes of ours that run the analyser, by Linux's /proc. */
function analysers(): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return children.filter((pid) => isAnalyser(pid))
}

function isAnalyser(pid: number): boolean {
  try {
    const parent = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[1]
    return (
      Number(parent) === process.pid &&
      readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('child-pool/child.js')
    )
  } catch {
    return false
  }
}

/** Its file is a pipe into which nobody writes: without a kill it never ends. */
function endlessJob() {
  const folder = mkdtempSync(join(tmpdir(), 'qc-analyser-'))
  const path = join(folder, 'source')
  execFileSync('mkfifo', [path])
  return { path, type: 'png', previewDir: folder, maxPixels: 100e6, wantsCodes: false }
}

const spelling = { words: ['house', 'hosue'] }

test('one warm child serves job after job', async () => {
  await runInChild('spelling', spelling, options)
  const [first] = analysers()
  const outcome = await runInChild('spelling', spelling, options)
  expect(outcome).toMatchObject({ answer: [{ index: 1 }] })
  expect(JSON.stringify(outcome)).toContain('"house"')
  expect(analysers()).toEqual([first])
})

test('a child that is killed in mid-job is told as a crash, and replaced', async () => {
  const running = runInChild('image', endlessJob(), options)
  const pid = await untilChild()
  process.kill(pid, 'SIGKILL')
  const outcome = await running
  expect(outcome).toMatchObject({ killedFor: 'crash' })
  expect('message' in outcome && outcome.message).toMatch(/SIGKILL/)
  await expect(runInChild('spelling', spelling, options)).resolves.toHaveProperty('answer')
  expect(analysers()).not.toContain(pid)
})

test('a job that does not end is stopped by the clock', async () => {
  const outcome = await runInChild('image', endlessJob(), { ...options, timeoutMs: 500 })
  expect(outcome).toEqual({ killedFor: 'timeout', message: 'examining it took longer than 0.5 s' })
})

test('cancelling kills the child and throws the reason', async () => {
  const controller = new AbortController()
  const running = runInChild('image', endlessJob(), { ...options, signal: controller.signal })
  const pid = await untilChild()
  controller.abort(new Error('withdrawn'))
  await expect(running).rejects.toThrow('withdrawn')
  expect(analysers()).not.toContain(pid)
})

test('a job that is cancelled while it waits for a child never starts', async () => {
  const [first, second] = [new AbortController(), new AbortController()]
  const busy = Array.from({ length: 4 }, () =>
    runInChild('image', endlessJob(), { ...options, signal: first.signal }),
  )
  const waiting = runInChild('image', endlessJob(), { ...options, signal: second.signal })
  second.abort(new Error('withdrawn'))
  await expect(waiting).rejects.toThrow('withdrawn')
  const ended = Promise.allSettled(busy)
  first.abort(new Error('over'))
  for (const job of await ended) expect(job.status).toBe('rejected')
})

test('more jobs than children are all done', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () =>
      runInChild('spelling', spelling, { ...options, signal: new AbortController().signal }),
    ),
  )
  expect(outcomes.filter((outcome) => 'answer' in outcome)).toHaveLength(12)
  expect(analysers().length).toBeLessThanOrEqual(4)
})

test('a bug in a job is an error, not the file’s fault', async () => {
  await expect(runInChild('codes', { path: '/nonexistent/source', maxPixels: 1e6 }, options)).rejects.toThrow(
    /Input file is missing/,
  )
})

test('the child has no network, where the system lets us take it away', async () => {
  await runInChild('spelling', spelling, options)
  const [pid] = analysers()
  const interfaces = readFileSync(`/proc/${pid}/net/dev`, 'utf8').match(/^\s*\w+:/gm) ?? []
  const ours = readFileSync('/proc/self/net/dev', 'utf8').match(/^\s*\w+:/gm) ?? []
  const canUnshare = spawnSync('unshare', ['--map-current-user', '--net', '--', 'true']).status === 0
  expect(interfaces.map((name) => name.trim())).toEqual(
    canUnshare ? ['lo:'] : ours.map((name) => name.trim()),
  )
})

async function untilChild(): Promise<number> {
  for (;;) {
    const [pid] = analysers()
    if (pid !== undefined) return pid
    await new Promise((resolve) => setImmediate(resolve))
  }
}
