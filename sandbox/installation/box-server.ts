import { join } from 'node:path'

import { distDir } from './project-dir'
import type { PortOf } from './ports'
import type { PartOptions } from './supervised-part'
import { untilAnswers } from './until-answers'

/** What the simulated Box prints once it is ready. */
export interface BoxAddresses {
  apiUrl: string
  uploadUrl: string
  oauthUrl: string
  pageUrl: string
  controlUrl: string
  jwtConfigFile: string
  primaryKey: string
  secondaryKey: string
  serviceAccountId: string
}

const addressNames: readonly (keyof BoxAddresses)[] = [
  'apiUrl',
  'uploadUrl',
  'oauthUrl',
  'pageUrl',
  'controlUrl',
  'jwtConfigFile',
  'primaryKey',
  'secondaryKey',
  'serviceAccountId',
]

/** Box requires https on port 443. The simulated Box maps this origin to a local port. */
export const webhookOrigin = 'https://gateway.sandbox.example'

/** The simulated Box. It keeps its state in `stateDir`. */
export function boxServer(
  stateDir: string,
  portOf: PortOf,
  onReady: (addresses: BoxAddresses) => void,
): Omit<PartOptions, 'logFile'> {
  const ports = ['api', 'upload', 'download', 'page', 'control'].flatMap((name) => [
    `--${name}-port`,
    String(portOf(`box-${name}`)),
  ])
  const gateway = `http://127.0.0.1:${portOf('gateway')}`
  return {
    name: 'box',
    command: process.execPath,
    args: [
      join(distDir, 'sandbox', 'simulated-box', 'main.js'),
      '--state',
      stateDir,
      ...ports,
      '--deliver',
      `${webhookOrigin}=${gateway}`,
    ],
    env: { PATH: process.env.PATH },
    untilReady: async (signal, printed) => {
      onReady(await untilAnswers(signal, () => Promise.resolve(boxAddressesIn(printed()))))
    },
    stopGraceMs: 10_000,
  }
}

/** The line that it prints once it is ready. */
function boxAddressesIn(printed: string): BoxAddresses | undefined {
  const line = printed.split('\n').find((one) => one.startsWith('{') && one.includes('"controlUrl"'))
  if (line === undefined) return undefined
  const addresses: unknown = JSON.parse(line)
  return isBoxAddresses(addresses) ? addresses : undefined
}

function isBoxAddresses(value: unknown): value is BoxAddresses {
  return (
    typeof value === 'object' &&
    value !== null &&
    addressNames.every((name) => typeof Reflect.get(value, name) === 'string')
  )
}
