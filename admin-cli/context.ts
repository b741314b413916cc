import { loadConfig } from '../config/load-config'
import { readJwtConfig } from '../config/read-jwt-config'
import { readPayloadKeys } from '../config/read-payload-keys'
import type { ConnectedTemporal } from '../runs/connect-temporal'
import type { ClientConfig } from './client-config'
import type { Context } from './command'
import type { Output } from './output'
import { once } from './once'
import { patientBox } from './patient-box'
import { readClientConfig } from './read-client-config'
import { temporalFailure } from './temporal-failure'
import { createWaitNotice } from './wait-notice'

const callTimeoutMs = 12_000

/** Opens things on first use, loads the two large SDKs only then, and closes what was opened. */
export function createContext(
  plainOutput: Output,
  given: Pick<Context, 'commands' | 'isTerminal' | 'user'>,
): Context & { close: () => Promise<void> } {
  const notice = createWaitNotice(plainOutput.message)
  const { isTerminal } = given
  const config = once(loadConfig)
  let connected: ConnectedTemporal | undefined
  return {
    output: noticing(plainOutput, notice.stop, isTerminal),
    waitFor: notice.waitFor,
    config,
    clientConfig: once((): ClientConfig => readClientConfig(config())),
    box: once(async () => {
      const { apiUrl, jwtConfigFile, uploadUrl, oauthUrl } = config().box
      const jwtConfig = readJwtConfig(jwtConfigFile)
      const { createBox } = await import('../box/create-box.js')
      const urls = { api: apiUrl, upload: uploadUrl, oauth: oauthUrl }
      const plainBox = createBox({ jwtConfig, urls, timeoutMs: callTimeoutMs })
      return patientBox(plainBox, apiUrl, { notice, patienceMs: callTimeoutMs })
    }),
    temporal: once(async () => {
      const payloadKeys = readPayloadKeys(config().temporal.payloadKeyFile)
      const { connectTemporal } = await import('../runs/connect-temporal.js')
      connected = connectTemporal(payloadKeys, { callTimeoutMs })
      const { address, client } = connected
      notice.waitFor(`Temporal at ${address}`)
      await connected.ensureConnected().catch((cause: unknown) => {
        throw temporalFailure(cause, { address, namespace: client.options.namespace })
      })
      return client
    }),
    ...given,
    close: async () => {
      notice.stop()
      await connected?.close()
    },
  }
}

/** What a person can read needs no notice. Progress is for a terminal only. */
function noticing(output: Output, onPrint: () => void, isTerminal: boolean): Output {
  return {
    ...output,
    data: (value, text) => {
      onPrint()
      output.data(value, text)
    },
    message: (text) => {
      onPrint()
      output.message(text)
    },
    progress: (text) => {
      if (isTerminal) onPrint()
      output.progress(text)
    },
  }
}
