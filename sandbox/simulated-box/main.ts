import { parseArgs } from 'node:util'
import { boxRateLimits, startSimulatedBox } from './simulated-box'
import type { SimulatedBoxOptions } from './simulated-box'

const usage = `Usage: node dist/sandbox/simulated-box/main.js --state DIR [options]

  --state DIR              where everything is kept; read again at the next start
  --forgets                nothing is kept: faster, for runs with thousands of files
  --api-port N  --upload-port N  --download-port N  --page-port N  --control-port N
                           0 or absent: a free port
  --deliver FROM=TO        deliveries to the https origin FROM go to the loopback origin TO; may be repeated
  --rate-limits            Box's own limits per user: 1000 calls and 240 uploads a minute
  --fires-on-new-version   FILE.UPLOADED on new versions too
  --ignores-if-match       a stale If-Match on a file's update or move is no error
  --clock-scale N          retries come N times sooner
  --max-upload-bytes N     of one upload (default: 50 MiB)
  --capture FILE           JSON lines of all answers
  --primary-key K  --secondary-key K    webhook signature keys; otherwise made at the first start

Prints one line of JSON with its addresses once it is ready. SIGTERM ends it.`

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const box = await startSimulatedBox(options)
  const { control: _control, stop, ...addresses } = box
  process.stdout.write(`${JSON.stringify({ ...addresses, pid: process.pid })}\n`)
  const end = () => {
    void stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

function readOptions(argv: string[]): SimulatedBoxOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      state: { type: 'string' },
      forgets: { type: 'boolean' },
      'api-port': { type: 'string' },
      'upload-port': { type: 'string' },
      'download-port': { type: 'string' },
      'page-port': { type: 'string' },
      'control-port': { type: 'string' },
      deliver: { type: 'string', multiple: true },
      'rate-limits': { type: 'boolean' },
      'fires-on-new-version': { type: 'boolean' },
      'ignores-if-match': { type: 'boolean' },
      'clock-scale': { type: 'string' },
      'max-upload-bytes': { type: 'string' },
      capture: { type: 'string' },
      'primary-key': { type: 'string' },
      'secondary-key': { type: 'string' },
    },
  })
  if (values.state === undefined) throw new Error('expected --state DIR')
  const scale = number(values['clock-scale'], '--clock-scale')
  return {
    stateDir: values.state,
    keepsState: !values.forgets,
    ports: {
      api: number(values['api-port'], '--api-port'),
      upload: number(values['upload-port'], '--upload-port'),
      download: number(values['download-port'], '--download-port'),
      page: number(values['page-port'], '--page-port'),
      control: number(values['control-port'], '--control-port'),
    },
    deliveryMap: Object.fromEntries((values.deliver ?? []).map(deliveryRule)),
    rateLimits: values['rate-limits'] ? boxRateLimits : undefined,
    firesOnNewVersion: values['fires-on-new-version'],
    honoursIfMatch: !values['ignores-if-match'],
    clock: scale === undefined ? {} : { scale },
    maxDirectUploadBytes: number(values['max-upload-bytes'], '--max-upload-bytes'),
    captureFile: values.capture,
    primaryKey: values['primary-key'],
    secondaryKey: values['secondary-key'],
  }
}

function deliveryRule(text: string): [string, string] {
  const [from, to] = text.split('=')
  if (from === undefined || to === undefined) throw new Error(`--deliver: expected FROM=TO, got ${text}`)
  return [from, to]
}

function number(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Error(`${option}: expected a number, got ${text}`)
  return Number(text)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exit(2)
})
