import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import type { Answer } from './case'
import { goodFiles } from './good-files'
import { mutate } from './mutate'
import { createRandom } from './random'

/** Longer than any limit of the probes' children together: a file that takes this long hangs the worker. */
const hangMs = 180_000

void main()

/**
 * `npm run fuzz -- --cases 500 --seed 1 [--keep DIR]`: mutated files against a worker; one line at the end,
 * exit 1 unless all is 0.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'string' },
    },
  })
  const [cases, seed] = [Number(values.cases), Number(values.seed)]
  if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
    console.error(
      `--cases is ${values.cases} and --seed ${values.seed}: expected whole numbers, cases from 1`,
    )
    process.exit(2)
  }
  const folder = mkdtempSync(join(tmpdir(), 'qc-fuzz-'))
  try {
    const tally = await run(cases, seed, folder, values.keep)
    console.log(
      `cases ${tally.cases}, workers lost ${tally.lost}, hangs ${tally.hangs}, ` +
        `errored checks ${tally.errored}`,
    )
    process.exitCode = tally.lost + tally.hangs + tally.errored === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Tally {
  cases: number
  lost: number
  hangs: number
  errored: number
}

async function run(cases: number, seed: number, folder: string, keep: string | undefined): Promise<Tally> {
  const good = await goodFiles(folder)
  const tally: Tally = { cases: 0, lost: 0, hangs: 0, errored: 0 }
  const numbers = Array.from({ length: cases }, (_, number) => number).values()
  const verdicts = new Map<string, number>()
  const lane = async () => {
    let worker = startWorker()
    for (const number of numbers) {
      const path = writeCase(good, seed, number, folder)
      const answer = await ask(worker, path)
      tally.cases++
      if (typeof answer === 'string') {
        tally[answer]++
        worker.kill('SIGKILL')
        worker = startWorker()
      } else {
        tally.errored += answer.errored.length
        verdicts.set(answer.verdict, (verdicts.get(answer.verdict) ?? 0) + 1)
      }
      const trouble = typeof answer === 'string' ? [answer] : answer.errored
      if (trouble.length > 0) report(path, trouble, keep)
      rmSync(path)
      if (tally.cases % 50 === 0) console.error(`${tally.cases} of ${cases}`)
    }
    worker.disconnect()
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
  console.error(`verdicts: ${[...verdicts].map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`)
  return tally
}

/** Each case has its own random numbers, so that one can be made again without the others. */
function writeCase(
  good: Awaited<ReturnType<typeof goodFiles>>,
  seed: number,
  number: number,
  folder: string,
): string {
  const random = createRandom(seed * 1_000_003 + number)
  const chosen = good[number % good.length]
  const other = good[random.below(good.length)]
  if (chosen === undefined || other === undefined) throw new Error('there are no good files to spoil')
  const path = join(folder, `case-${number}-${chosen.name}`)
  writeFileSync(path, mutate(chosen.bytes, random, other.bytes))
  return path
}

function startWorker(): ChildProcess {
  return fork(join(__dirname, 'worker.js'))
}

function ask(worker: ChildProcess, path: string): Promise<Answer | 'lost' | 'hangs'> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | 'lost' | 'hangs') => {
      clearTimeout(timer)
      worker.removeAllListeners()
      resolve(answer)
    }
    const timer = setTimeout(settle, hangMs, 'hangs')
    worker.once('message', (answer: Answer) => settle(answer))
    worker.once('exit', () => settle('lost'))
    worker.send({ path })
  })
}

function report(path: string, trouble: string[], keep: string | undefined) {
  console.error(`${path}:\n  ${trouble.join('\n  ')}`)
  if (keep === undefined) return
  mkdirSync(keep, { recursive: true })
  copyFileSync(path, join(keep, path.slice(path.lastIndexOf('/') + 1)))
}
