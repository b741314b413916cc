import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runInChild, stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { HostAccident, ToolCrash } from '../../../../quality-control/probes/host-accident'

afterEach(stopPooledChildren)

const options = {
  signal: new AbortController().signal,
  timeoutMs: 30_000,
  memoryBytes: 2e9,
  searchPath: process.env.PATH ?? '',
}

/** Left by another test file in this process. */
const earlier = new Set<number>()
beforeAll(() => {
  for (const pid of pooledChildren()) earlier.add(pid)
})

/** Processes of ours that are pooled children, by Linux's /proc. */
function pooledChildren(): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return children.filter((pid) => isPooledChild(pid) && !earlier.has(pid))
}

function isPooledChild(pid: number): boolean {
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
  const folder = mkdtempSync(join(tmpdir(), 'qc-pooled-'))
  const path = join(folder, 'source')
  execFileSync('mkfifo', [path])
  return { path, type: 'png', previewDir: folder, maxPixels: 100e6, wantsCodes: false }
}

const spelling = { words: ['house', 'hosue'] }

test('one warm child serves job after job', async () => {
  await runInChild('spelling', spelling, options)
  const [first] = pooledChildren()
  const outcome = await runInChild('spelling', spelling, options)
  expect(outcome).toMatchObject({ answer: ['hosue'] })
  expect(pooledChildren()).toEqual([first])
})

test('a child that is killed from outside is an accident of the host, and replaced', async () => {
  const running = runInChild('image', endlessJob(), options)
  const pid = await untilChild()
  process.kill(pid, 'SIGKILL')
  const error: unknown = await running.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(HostAccident)
  expect(String(error)).toMatch(/SIGKILL/)
  await expect(runInChild('spelling', spelling, options)).resolves.toHaveProperty('answer')
  expect(pooledChildren()).not.toContain(pid)
})

test('a child that crashes is a crash: thrown at first, reported at the second attempt', async () => {
  for (const reportsCrash of [false, true]) {
    const running = runInChild('image', endlessJob(), { ...options, reportsCrash })
    const ended = running.catch((reason: unknown) => reason)
    process.kill(await untilChild(), 'SIGSEGV')
    if (reportsCrash) expect(await ended).toMatchObject({ killedFor: 'crash' })
    else expect(await ended).toBeInstanceOf(ToolCrash)
  }
})

test('a job that works without end is stopped by its time-out', async () => {
  const words = Array.from(
    { length: 4000 },
    (_, index) => `misspeling${'abcdefghij'[index % 10]}${'xyz'[index % 3]}qv`,
  )
  const outcome = await runInChild('spelling', { words }, { ...options, timeoutMs: 500 })
  expect(outcome).toEqual({ killedFor: 'timeout', message: 'it took longer than 0.5 s' })
})

test('a job that waits without working is an accident of the host', async () => {
  const running = runInChild('image', endlessJob(), { ...options, timeoutMs: 3000 })
  await expect(running).rejects.toThrow(HostAccident)
})

test('cancelling kills the child and throws the reason', async () => {
  const controller = new AbortController()
  const running = runInChild('image', endlessJob(), { ...options, signal: controller.signal })
  const pid = await untilChild()
  controller.abort(new Error('withdrawn'))
  await expect(running).rejects.toThrow('withdrawn')
  expect(pooledChildren()).not.toContain(pid)
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

test('more jobs than children are all completed', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () =>
      runInChild('spelling', spelling, { ...options, signal: new AbortController().signal }),
    ),
  )
  expect(outcomes.filter((outcome) => 'answer' in outcome)).toHaveLength(12)
  expect(pooledChildren().length).toBeLessThanOrEqual(4)
})

test('a bug in a job is an error, not a fault of the file', async () => {
  await expect(runInChild('codes', { path: '/nonexistent/source', maxPixels: 1e6 }, options)).rejects.toThrow(
    /Input file is missing/,
  )
})

test('the child has no network, where the system allows it', async () => {
  await runInChild('spelling', spelling, options)
  const [pid] = pooledChildren()
  const interfaces = readFileSync(`/proc/${pid}/net/dev`, 'utf8').match(/^\s*\w+:/gm) ?? []
  const ours = readFileSync('/proc/self/net/dev', 'utf8').match(/^\s*\w+:/gm) ?? []
  const canUnshare = spawnSync('unshare', ['--map-current-user', '--net', '--', 'true']).status === 0
  expect(interfaces.map((name) => name.trim())).toEqual(
    canUnshare ? ['lo:'] : ours.map((name) => name.trim()),
  )
})

async function untilChild(): Promise<number> {
  for (;;) {
    const [pid] = pooledChildren()
    if (pid !== undefined) return pid
    await new Promise((resolve) => setImmediate(resolve))
  }
}
