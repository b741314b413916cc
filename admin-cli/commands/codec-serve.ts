import { once } from 'node:events'

import { readPayloadKeys } from '../../config/read-payload-keys'
import type { Command } from '../command'
import { CliError } from '../exit-codes'

const defaultPort = '8234'

export const codecServe: Command = {
  name: 'codec serve',
  arguments: [],
  summary: 'Show encrypted payloads in the Temporal Web UI: a codec endpoint on this machine',
  examples: ['codec serve', 'codec serve --port 9000'],
  json: { url: 'string', webUiOrigin: 'string' },
  details:
    'Needs QC_PAYLOAD_KEY_FILE. Answers the Web UI at QC_TEMPORAL_UI_URL only, on 127.0.0.1, until Ctrl-C. ' +
    'In the Web UI: Settings, Data Encoder, Remote Codec Endpoint.',
  options: [{ flags: '--port <port>', description: `port to listen on (default ${defaultPort})` }],
  run: async ({ config, output }, _words, { port: typed = defaultPort }) => {
    const port = portOf(typed)
    const { payloadKeyFile, webUiUrl } = config().temporal
    const keys = readPayloadKeys(payloadKeyFile)
    if (keys === undefined)
      throw new CliError(
        'config',
        'QC_PAYLOAD_KEY_FILE is not set, so no payload is encrypted',
        'Set it to the key file of the workers',
      )
    const { createPayloadCodec } = await import('../../runs/payload-codec.js')
    const { createCodecEndpoint } = await import('../../runs/codec-endpoint.js')
    if (webUiUrl === '')
      throw new CliError(
        'config',
        'QC_TEMPORAL_UI_URL is empty, so no Web UI may ask',
        'Set it to its address',
      )
    const { origin } = new URL(webUiUrl)
    const server = createCodecEndpoint({ codec: createPayloadCodec(keys), webUiOrigin: origin })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${port}`
    output.data({ url, webUiOrigin: origin }, `${url} (for the Web UI at ${origin})`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    server.closeAllConnections()
    server.close()
    return undefined
  },
}

function portOf(typed: string | boolean): number {
  const port = typeof typed === 'string' && /^\d{1,5}$/.test(typed) ? Number(typed) : 0
  if (port >= 1 && port <= 65_535) return port
  throw new CliError('usage', `--port is ${String(typed)}, expected a number from 1 to 65535`)
}
