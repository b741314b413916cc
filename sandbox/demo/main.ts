import { join } from 'node:path'

import { Installation, type Running } from '../installation/installation'
import { projectDir } from '../installation/project-dir'
import { optionsHelp, parseOptions, type SandboxOptions } from '../options'
import { runUntilStopped } from '../run-until-stopped'
import { samples } from '../samples/samples'
import { addresses, addressLines, remedyLines } from './addresses'
import { Demo, type DemoResult } from './demo'
import type { UploadOutcome } from './outcome-of'
import { table } from './table'

const help = `npm run demo -- [options]

Starts the whole product on this machine, uploads samples as clients would, follows them, and stays up
until Ctrl-C.

  --once            play the operator of the stuck sample, too, and end: 0 when every sample ended as it
                    should, else 1
  --json            the result as JSON on stdout, and nothing else there
${optionsHelp}`

/** A sample that has not ended after this time will not end. */
const onceLimitMs = 10 * 60_000

/** Composition root of `npm run demo`. */
async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2))
  if (options.isHelpWanted) {
    console.log(help)
    return 0
  }
  // With --json, stdout has the result only.
  const say = (line: string) => (options.isJson ? console.error(line) : console.log(line))
  const installation = new Installation({ ...options, say })
  return runUntilStopped(installation, async (stopped) => {
    const files = await samples(join(projectDir, '.cache', 'samples'), say)
    const running = await installation.start()
    const demo = await Demo.open(running, say)
    try {
      const limit = options.isOnce ? limited(stopped, onceLimitMs) : stopped
      const first = await demo.show(files, limit)
      const result = options.isOnce ? await demo.playOperator(limit) : first
      print(result, running, options, say)
      if (options.isOnce) return result.isAllAsExpected ? 0 : 1
      for (const { arrival } of demo.stuck())
        say(`\n${remedyLines(running, arrival.name, arrival.sample.client, arrival.workflowId)}`)
      say('\nDrop a file of your own onto the Box page and watch it here. Ctrl-C stops everything.\n')
      await demo.followOn(stopped)
      return 0
    } finally {
      await demo.close()
    }
  })
}

function print(
  result: DemoResult,
  running: Running,
  { isJson, isOnce }: SandboxOptions,
  say: (line: string) => void,
) {
  const urls = addresses(running)
  say(`\n${table(result.uploads)}\n`)
  if (!isOnce) say(addressLines(urls, running.description))
  if (isOnce)
    say(result.isAllAsExpected ? 'Every sample ended as it should.' : 'Not every sample ended as it should.')
  if (isJson) console.log(JSON.stringify({ uploads: result.uploads.map(withEveryKey), urls }, null, 2))
}

/** Missing values are null, so that every upload has the same keys. */
function withEveryKey({ file, client, workflowId, outcome, verdict, score, report, movedTo }: UploadOutcome) {
  const [id, judged, points, name, location] = [workflowId, verdict, score, report, movedTo].map(
    (value) => value ?? null,
  )
  return {
    file,
    client,
    workflowId: id,
    outcome,
    verdict: judged,
    score: points,
    report: name,
    movedTo: location,
  }
}

/** Not AbortSignal.timeout: in a composed signal Node.js 20 loses it to the garbage collector. */
function limited(signal: AbortSignal, milliseconds: number): AbortSignal {
  const controller = new AbortController()
  const end = () => controller.abort(new Error(`the samples had not ended after ${milliseconds / 1000} s`))
  setTimeout(end, milliseconds).unref()
  signal.addEventListener('abort', end, { once: true })
  return controller.signal
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(`demo: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  },
)
