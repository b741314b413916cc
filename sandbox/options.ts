import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import type { InstallationOptions } from './installation/installation'
import { projectDir } from './installation/project-dir'

export interface SandboxOptions extends Omit<InstallationOptions, 'say'> {
  isHelpWanted: boolean
  /** Also does the work of the operator, and ends. */
  isOnce: boolean
  /** The result as JSON on stdout. */
  isJson: boolean
}

export const optionsHelp = `  --fresh           forget what an earlier start left in the state directory
  --state DIR       keep the state there (default: .sandbox)
  --port NAME=N     a fixed port for temporal, web-ui, gateway, pages, box-api, box-upload, box-download,
                    box-page, box-control, worker-1-health or worker-1-metrics; may be repeated
                    (default: those of the last start, else free ones)
  --workers N       worker processes, each with a data directory of its own (default: 1)`

/** Throws an Error with a sentence for the person who typed it. */
export function parseOptions(args: string[]): SandboxOptions {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      state: { type: 'string', default: resolve(projectDir, '.sandbox') },
      port: { type: 'string', multiple: true, default: [] },
      workers: { type: 'string', default: '1' },
    },
  })
  return {
    isHelpWanted: values.help,
    isFresh: values.fresh,
    isOnce: values.once,
    isJson: values.json,
    stateDir: resolve(values.state),
    ports: new Map(values.port.map(parsePort)),
    workers: parseCount(values.workers),
  }
}

function parsePort(text: string): [string, number] {
  const [, name, digits] = /^([a-z0-9-]+)=(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if (name === undefined || port > 65_535)
    throw new Error(`--port ${text}: expected NAME=N, such as gateway=8080`)
  return [name, port]
}

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 16)
    throw new Error(`--workers ${text}: expected a whole number from 1 to 16`)
  return count
}
