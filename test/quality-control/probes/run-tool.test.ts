import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { HostAccident, ToolCrash } from '../../../quality-control/probes/host-accident'
import { runTool } from '../../../quality-control/probes/run-tool'

const searchPath = process.env.PATH ?? ''
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-tool-'))
})
afterEach(() => rm(folder, { recursive: true }))

const run = (script: string, options: Partial<Parameters<typeof runTool>[2]> = {}) =>
  runTool('sh', ['-c', script], {
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    searchPath,
    cwd: folder,
    ...options,
  })

/** A script that prints its own process id and that of a child of its own, and then sleeps. */
const family = 'sleep 300 & echo $! > child; echo $$ > parent; wait'
/** Uses CPU time until it is killed. */
const busy = 'while :; do :; done'

async function pidIn(file: string): Promise<number> {
  for (;;) {
    const text = existsSync(join(folder, file)) ? await readFile(join(folder, file), 'utf8') : ''
    if (text.endsWith('\n')) return Number(text)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Resolves when the process is gone (or only waits to be reaped). */
async function gone(pid: number): Promise<void> {
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    if (stat === undefined || stat.includes(') Z ')) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('It returns exit code, stdout and stderr', async () => {
  expect(await run('echo out; echo err >&2; exit 3')).toEqual({
    exitCode: 3,
    killedFor: undefined,
    stdout: Buffer.from('out\n'),
    stderr: 'err\n',
    droppedBytes: 0,
  })
})

test('It drops output over the cap and counts it', async () => {
  const { stdout, droppedBytes } = await run('yes | head -c 100000', { maxOutputBytes: 1000 })
  expect(stdout.length).toBe(1000)
  expect(droppedBytes).toBe(99_000)
})

test('It reads further pipes to their end', async () => {
  const sizes = [0, 0]
  await run('yes | head -c 3000000 >&3 & yes | head -c 2000000 >&4; wait', {
    onPipe: [(chunk) => void (sizes[0]! += chunk.length), (chunk) => void (sizes[1]! += chunk.length)],
  })
  expect(sizes).toEqual([3_000_000, 2_000_000])
})

test('The child gets nothing of our environment except the search path', async () => {
  process.env.RUN_TOOL_SECRET = 'key'
  const { stdout } = await run('env')
  delete process.env.RUN_TOOL_SECRET
  const names = stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0])
  expect(
    names.filter(
      (name) => !['PATH', 'LANG', 'HOME', 'OMP_THREAD_LIMIT', 'PWD', 'SHLVL', '_', 'OLDPWD'].includes(name!),
    ),
  ).toEqual([])
})

test('It names the missing tool when one is not installed', async () => {
  const options = { signal: new AbortController().signal, timeoutMs: 1000, searchPath: '/usr/bin:/bin' }
  await expect(runTool('no-such-tool', [], options)).rejects.toThrow(
    'cannot run no-such-tool: expected it in one of /usr/bin, /bin; install it or set the search path',
  )
})

test('A time-out kills the whole group', async () => {
  const { killedFor, exitCode } = await run(`sleep 300 & echo $! > child; ${busy}`, { timeoutMs: 1500 })
  expect({ killedFor, exitCode }).toEqual({ killedFor: 'timeout', exitCode: null })
  await gone(await pidIn('child'))
})

test('A time-out also ends a child of the tool that outlives the tool and holds its pipes', async () => {
  await expect(run('sleep 300 & exit 0', { timeoutMs: 1500 })).rejects.toThrow(HostAccident)
})

test('A tool that gets no CPU time before its time-out is an accident of the host', async () => {
  await expect(run('sleep 300', { timeoutMs: 1000 })).rejects.toThrow(HostAccident)
})

test.each(['KILL', 'TERM', 'HUP', 'XCPU'])(
  'A tool ended by SIG%s is an accident of the host',
  async (signal) => {
    await expect(run(`kill -${signal} $$`)).rejects.toThrow(HostAccident)
  },
)

test.each(['SEGV', 'ABRT'])('A tool that dies of SIG%s has crashed', async (signal) => {
  await expect(run(`kill -${signal} $$`)).rejects.toThrow(ToolCrash)
  const { killedFor } = await run(`kill -${signal} $$`, { reportsCrash: true })
  expect(killedFor).toBe('crash')
})

test.each([
  'av_interleaved_write_frame(): No space left on device',
  'qpdf: open source: Too many open files',
  'pthread_create failed: Resource temporarily unavailable',
  'unshare: unshare failed: Cannot allocate memory',
])('"%s" is an accident of the host', async (line) => {
  await expect(run(`echo '${line}' >&2; exit 1`)).rejects.toThrow(HostAccident)
})

test('The same words in the metadata that a tool prints are not', async () => {
  const { exitCode } = await run("echo '[info]     title : No space left on device' >&2; exit 1")
  expect(exitCode).toBe(1)
})

test('A refused allocation is a crash: with RLIMIT_AS it is our own limit', async () => {
  await expect(run("echo 'Cannot allocate memory' >&2; exit 1")).rejects.toThrow(ToolCrash)
})

test('A cancel kills the whole group and throws the reason', async () => {
  const controller = new AbortController()
  const running = run(family, { signal: controller.signal })
  const pids = await Promise.all([pidIn('child'), pidIn('parent')])
  controller.abort(new Error('cancelled by the workflow'))
  await expect(running).rejects.toThrow('cancelled by the workflow')
  await Promise.all(pids.map(gone))
})

test('When a reader throws, the group is killed and the error is thrown', async () => {
  const onStdout = () => {
    throw new Error('bad reader')
  }
  await expect(run('echo 1; sleep 300', { onStdout })).rejects.toThrow('bad reader')
})

test('The child cannot allocate more memory than allowed', async () => {
  const { exitCode, stderr } = await run('tail /dev/zero', { memoryBytes: 100_000_000 })
  expect(stderr).toMatch(/memory exhausted/)
  expect(exitCode).toBe(1)
})

test('The child has no network, where the system allows it', async () => {
  const devicesIn = (table: string) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.trim().split(':')[0])
  const mayLeave = spawnSync('unshare', ['--map-current-user', '--net', 'true']).status === 0
  const { stdout } = await run('cat /proc/net/dev')
  expect(devicesIn(stdout.toString())).toEqual(
    mayLeave ? ['lo'] : devicesIn(await readFile('/proc/net/dev', 'utf8')),
  )
})

test('A SIGKILL of the parent also ends its child', async () => {
  const script = join(folder, 'parent.js')
  const module = join(__dirname, '../../../dist/quality-control/probes/run-tool.js')
  const options =
    '{ signal: new AbortController().signal, timeoutMs: 60000, searchPath: process.env.PATH, cwd: ' +
    `${JSON.stringify(folder)} }`
  await writeFile(
    script,
    `require(${JSON.stringify(module)}).runTool('sh', ['-c', 'echo $$ > parent; exec sleep 300'], ` +
      `${options})`,
  )
  const parent = spawn(process.execPath, [script], { stdio: 'inherit' })
  const pid = await pidIn('parent')
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await gone(pid)
})
