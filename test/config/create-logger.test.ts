import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

import { createLogger } from '../../config/create-logger'
import type { Settings } from '../../config/settings'

const message = 'Box webhook: analysis complete for session 20261127_140000, score 97'

describe('log lines', () => {
  test('are one JSON object a line, with the process', async () => {
    const [line = ''] = await logged('json', (logger) => logger.info({ fileId: '7' }, message))
    expect(JSON.parse(line)).toMatchObject({ level: 30, process: 'gateway', fileId: '7', msg: message })
  })

  test('are plain lines for people: time, level, process, the text, then its fields', async () => {
    const [line = ''] = await logged('pretty', (logger) => logger.info({ fileId: '7' }, message))
    expect(line).toMatch(/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\] INFO: gateway: Box webhook: /)
    expect(line).toMatch(/score 97 \{"fileId":"7"\}$/)
  })

  test("plain lines leave out the tokens of Temporal's SDK; JSON keeps them", async () => {
    const fields = { taskToken: 'CiQz', sdkComponent: 'worker', isLocal: false, activityId: 'checks' }
    const lineOf = (format: 'json' | 'pretty') => logged(format, (logger) => logger.info(fields, 'done'))
    expect(await lineOf('pretty')).toEqual([expect.stringMatching(/: done \{"activityId":"checks"\}$/)])
    expect(await lineOf('json')).toEqual([expect.stringContaining('"taskToken":"CiQz"')])
  })

  test.each(['json', 'pretty'] as const)('a file name cannot forge a second line in %s', async (format) => {
    const name = 'a.png\n[2026-11-27 14:00:00.000] INFO: gateway: forged'
    const lines = await logged(format, (logger) => logger.info({ name }, `Box webhook: downloaded ${name}`))
    expect(lines).toHaveLength(1)
  })

  test('the level leaves out what is below it', async () => {
    expect(await logged('pretty', (logger) => logger.debug({}, message))).toEqual([])
  })
})

async function logged(
  format: Settings['log']['format'],
  log: (logger: ReturnType<typeof createLogger>) => void,
): Promise<string[]> {
  const destination = new PassThrough({ encoding: 'utf8' })
  log(createLogger({ level: 'info', format, process: 'gateway', destination }))
  await setImmediate()
  const text: unknown = destination.read()
  return typeof text === 'string' ? text.trimEnd().split('\n') : []
}

/** A log collector that is restarted, `| tee` that was ended. */
it.each(['json', 'pretty'])(
  'lets a process end whose output nobody reads any more: %s',
  async (format) => {
    const module = join(process.cwd(), 'dist/config/create-logger.js')
    const script = `
    const { createLogger } = require(${JSON.stringify(module)})
    const logger = createLogger({ level: 'info', format: '${format}', process: 'gateway' })
    process.stdin.once('data', () => {
      logger.info('stopping')
      logger.info('stopped')
      process.exit(0)
    })`
    const child = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdout.destroy()
    child.stdin.write('stop')
    expect(await once(child, 'exit')).toEqual([0, null])
  },
  20_000,
)
