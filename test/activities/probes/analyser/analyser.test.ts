import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

import { analyse, stopAnalysers } from '../../../../activities/probes/analyser'

afterEach(stopAnalysers)

const options = { signal: new AbortController().signal, timeoutMs: 30_000, memoryBytes: 2e9 }

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
    return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('analyser/child.js')
  } catch {
    return false
  }
}

async function slowJob() {
  const folder = mkdtempSync(join(tmpdir(), 'qc-analyser-'))
  const path = join(folder, 'source')
  writeFileSync(
    path,
    await sharp({ create: { width: 9500, height: 9500, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  return { path, type: 'png', previewDir: folder, maxPixels: 100e6, wantsCodes: false }
}

const spelling = { words: ['house', 'hosue'] }

test('one warm child serves job after job', async () => {
  await analyse('spelling', spelling, options)
  const [first] = analysers()
  const outcome = await analyse('spelling', spelling, options)
  expect(outcome).toEqual({ answer: [{ index: 1, suggestions: expect.arrayContaining(['house']) }] })
  expect(analysers()).toEqual([first])
})

test('a child that is killed in mid-job is told as a crash, and replaced', async () => {
  const running = analyse('picture', await slowJob(), options)
  const pid = await untilChild()
  process.kill(pid, 'SIGKILL')
  await expect(running).resolves.toMatchObject({ killedFor: 'crash', message: expect.stringContaining('SIGKILL') })
  await expect(analyse('spelling', spelling, options)).resolves.toHaveProperty('answer')
  expect(analysers()).not.toContain(pid)
})

test('cancelling kills the child and throws the reason', async () => {
  const controller = new AbortController()
  const running = analyse('picture', await slowJob(), { ...options, signal: controller.signal })
  const pid = await untilChild()
  controller.abort(new Error('withdrawn'))
  await expect(running).rejects.toThrow('withdrawn')
  expect(analysers()).not.toContain(pid)
})

test('a job that is cancelled while it waits for a child never starts', async () => {
  const controller = new AbortController()
  const job = await slowJob()
  const busy = Array.from({ length: 4 }, () => analyse('picture', job, options))
  const waiting = analyse('spelling', spelling, { ...options, signal: controller.signal })
  controller.abort(new Error('withdrawn'))
  await expect(waiting).rejects.toThrow('withdrawn')
  for (const outcome of await Promise.all(busy)) expect(outcome).toHaveProperty('answer')
})

test('more jobs than children are all done', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () => analyse('spelling', spelling, { ...options, signal: new AbortController().signal })),
  )
  expect(outcomes.filter((outcome) => 'answer' in outcome)).toHaveLength(12)
  expect(analysers().length).toBeLessThanOrEqual(4)
})

test('a bug in a job is an error, not the file’s fault', async () => {
  await expect(analyse('codes', { path: '/nonexistent/source', maxPixels: 1e6 }, options)).rejects.toThrow(/Input file is missing/)
})

async function untilChild(): Promise<number> {
  for (;;) {
    const [pid] = analysers()
    if (pid !== undefined) return pid
    await new Promise((resolve) => setImmediate(resolve))
  }
}
