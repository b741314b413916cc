import type { Writable } from 'node:stream'
import { type Logger, pino, stdSerializers } from 'pino'
import pretty from 'pino-pretty'

import { printable } from '../workflows/text'
import type { Settings } from './settings'

export interface LoggerOptions extends Readonly<Settings['log']> {
  /** In each line: gateway, worker or pages. */
  process: string
  /** Stdout where it is left out. */
  destination?: Writable
}

/** One JSON object a line, or plain lines for people (`LOG_FORMAT=pretty`). */
export function createLogger({ level, format, process, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { process },
    serializers: { err: stdSerializers.err, error: stdSerializers.err },
  }
  return pino(options, format === 'pretty' ? prettyLines(destination) : (destination ?? stdout()))
}

/** Synchronous: lines that wait for their writing keep a process from its end when nobody reads them. */
const stdout = () => pino.destination({ dest: 1, sync: true })

/** Of Temporal's SDK, on each of its lines: they say nothing to a person, one of them in 300 characters. */
const noise = ['taskToken', 'sdkComponent', 'isLocal']

/** `[2026-11-27 14:00:01.250] INFO: gateway: message {"field":"value"}`; a message never spans two lines. */
function prettyLines(destination: Writable | undefined) {
  return pretty({
    colorize: false,
    singleLine: true,
    sync: true,
    translateTime: 'SYS:yyyy-mm-dd HH:MM:ss.l',
    ignore: ['pid', 'hostname', 'process', ...noise].join(','),
    messageFormat: ({ process, msg }) => `${String(process)}: ${printable(String(msg))}`,
    customPrettifiers: { name: (name) => printable(typeof name === 'string' ? name : '') },
    destination: destination ?? 1,
  })
}
