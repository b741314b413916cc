import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

import { lockDataDir } from '../../../activities/store/lock-data-dir'
import { distDir } from '../../../sandbox/installation/project-dir'

let dataDir: string
const started: ChildProcess[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'qc-lock-'))
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true })
})

const lost = jest.fn()
const take = () => lockDataDir(dataDir, lost)

/** Another process that holds the lock, from `dist/`. */
async function otherHolder(): Promise<ChildProcess> {
  const file = JSON.stringify(join(distDir, 'activities/store/lock-data-dir.js'))
  const script = `require(${file}).lockDataDir(process.argv[1], (e) => {
    console.log('lost ' + e.message); process.exit(9) })
    .then(() => { console.log('held'); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['-e', script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  await once(child.stdout, 'data')
  return child
}

/** As it looks from a container, where the holder's process id means nothing. */
async function hidePid(): Promise<void> {
  const file = join(dataDir, 'worker.json')
  const holder = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...holder, pidSpace: 'another container', pid: 1 }))
}

async function untilExit(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

test('refuses a directory that another process uses, and names it', async () => {
  const other = await otherHolder()
  await expect(take()).rejects.toThrow(
    `QC_DATA_DIR: ${dataDir} is in use by the worker with process id ${other.pid} on ${hostname()} (since `,
  )
})

test('refuses it between containers too, where process ids mean nothing', async () => {
  await otherHolder()
  await hidePid()
  await expect(take()).rejects.toMatchObject({ name: 'UnusableConfiguration' })
})

test('takes over at once from a process that was killed', async () => {
  await untilExit(await otherHolder())
  const start = Date.now()
  const { release } = await take()
  expect(Date.now() - start).toBeLessThan(2_000)
  await release()
})

test('takes over from a container that was killed, after ten seconds of silence', async () => {
  const other = await otherHolder()
  await hidePid()
  await untilExit(other)
  const { release } = await take()
  await release()
})

test('informs a process that was suspended for long that another one has taken over', async () => {
  const other = await otherHolder()
  await hidePid()
  other.kill('SIGSTOP')
  const { release } = await take()
  const output = once(other.stdout!, 'data')
  other.kill('SIGCONT')
  expect(String(await output)).toContain(`lost Another worker took ${dataDir}`)
  await release()
})

test('lets the next process in after a release, and leaves nothing behind', async () => {
  await (await take()).release()
  await (await take()).release()
  await expect(stat(join(dataDir, 'worker.lock'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(stat(join(dataDir, 'worker.json'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('makes the directory readable for its user only', async () => {
  dataDir = join(dataDir, 'new')
  const { release } = await take()
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  await release()
})

test('says that it cannot create the directory', async () => {
  await writeFile(join(dataDir, 'file'), '')
  await expect(lockDataDir(join(dataDir, 'file', 'data'), lost)).rejects.toThrow(
    /cannot be created: .*ENOTDIR/,
  )
})
