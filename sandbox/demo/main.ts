import { setMaxListeners } from 'node:events'
import { join } from 'node:path'

import { Installation, type Running } from '../installation/installation'
import { projectDir } from '../installation/project-dir'
import { optionsHelp, parseOptions, type SandboxOptions } from '../options'
import { runUntilStopped } from '../run-until-stopped'
import { type Sample, samples } from '../samples/samples'
import { addresses, addressLines, remedyLines } from './addresses'
import { Demo, type DemoResult } from './demo'
import type { UploadOutcome } from './outcome-of'
import { createPaint, type Paint } from './paint'
import { resultLines } from './result-lines'

const help = `npm run demo -- [options]

Starts the whole product on this machine, uploads samples as clients would, follows them, and stays up
until Ctrl-C.

  --once            play the operator of the stuck sample, too, and end: 0 when every sample ended as it
                    should, else 1
  --json            the result as JSON on stdout, and nothing else there
${optionsHelp}`

const invitation = 'Upload a file of your own on the Box page and watch it here. Ctrl-C stops everything.'
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
  const stream = options.isJson ? process.stderr : process.stdout
  const paint = createPaint(stream.isTTY, process.env)
  say(paint.heading('Starting the product on this machine'))
  const installation = new Installation({ ...options, say: (line) => say(`  ${line}`) })
  const code = await runUntilStopped(installation, async (stopped) => {
    const files = await samples(join(projectDir, '.cache', 'samples'), (line) => say(`  ${line}`))
    const running = await installation.start()
    const demo = await Demo.open(running, (line) => say(withColour(line, paint)))
    try {
      const limit = options.isOnce ? limited(stopped, onceLimitMs) : stopped
      // Each sample waits with this signal.
      setMaxListeners(0, limit, stopped)
      say(`\n${paint.heading(`Uploading ${files.length} samples as ${clientsOf(files)} would`)}`)
      const first = await demo.show(files, limit)
      const result = options.isOnce ? await demo.playOperator(limit) : first
      print(result, running, options, { say, paint })
      if (options.isOnce) return result.isAllAsExpected ? 0 : 1
      for (const { arrival } of demo.stuck()) say(`\n${remedyLines(running, arrival, paint)}`)
      say(`\n${paint.heading(invitation)}`)
      await demo.followOn(stopped)
      return 0
    } finally {
      await demo.close()
    }
  })
  say(`\nStopped. Files, runs and reports are kept in ${options.stateDir}: npm run demo goes on with them.`)
  say('An empty one: npm run demo -- --fresh')
  return code
}

function print(
  result: DemoResult,
  running: Running,
  { isJson, isOnce }: SandboxOptions,
  { say, paint }: { say: (line: string) => void; paint: Paint },
) {
  const urls = addresses(running)
  say(`\n${paint.heading('Results')}`)
  for (const line of resultLines(result.uploads, running.description, paint)) say(line)
  say('')
  if (!isOnce) say(addressLines(urls, running.description, paint))
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

function clientsOf(files: Sample[]): string {
  return [...new Set(files.map(({ client }) => client))].join(', ')
}

function withColour(line: string, paint: Paint): string {
  return line.replace(/(?<=verdict )\w+/, (verdict) => paint.state(verdict))
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
