import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createGateway, type GatewayDeps } from '../../webhook-gateway/app'
import { createMetrics } from '../../webhook-gateway/metrics'
import type { ArrivedFile } from '../../runs/match-upload'
import type { Upload } from '../../workflows/contract'
import { phpJson, signedHeaders, type SigningOptions, testKeys } from './box-delivery'

export interface LogLine {
  level: string
  fields: Record<string, unknown>
  message: string
}

/**
 * The gateway's app on a real HTTP server, with a start that only records, unless the test passes another.
 */
export async function startGatewayUnderTest(overrides: Partial<GatewayDeps> = {}) {
  const logs: LogLine[] = []
  const started: Upload[] = []
  const remembered: ArrivedFile[] = []
  const log = (level: string) => (fields: object, message: string) =>
    logs.push({ level, fields: { ...fields }, message })
  const metrics = createMetrics()
  const app = createGateway({
    webhookPath: '/box/webhook',
    maxBodyBytes: 64 * 1024,
    maxBytesInFlight: 1 << 20,
    bodyTimeoutMs: 1000,
    signatureKeys: () => testKeys,
    findIncomingFolder: (folderId) =>
      folderId === '7001'
        ? {
            clientId: 'acme',
            profileId: 'static_general',
            mode: 'active',
            extensions: ['jpg', 'png', 'pdf'],
            problem: undefined,
          }
        : undefined,
    startUpload: async (upload) => {
      started.push(upload)
    },
    unmatchedUploads: {
      remember: async (file) => {
        remembered.push(file)
        return true
      },
    },
    readiness: async () => ({ isReady: true, parts: readyParts }),
    metrics,
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
    now: () => new Date(),
    ...overrides,
  })
  const callback = app.callback()
  const server: Server = createServer((request, response) => void callback(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/box/webhook`
  const counted = async (result: string, reason: string) => {
    const { values } = await metrics.deliveries.get()
    return values.find(({ labels }) => labels.result === result && labels.reason === reason)?.value ?? 0
  }
  return {
    url,
    port,
    server,
    logs,
    started,
    remembered,
    metrics,
    counted,
    messages: () => logs.map(({ message }) => message),
    /** The whole log as one text. */
    logText: () => JSON.stringify(logs),
    /** Sends a body, signed unless headers are given. */
    post: (body: string | Buffer, headers: Record<string, string> = signedHeaders(body)) =>
      fetch(url, { method: 'POST', body, headers }),
    deliver: (event: unknown, options: SigningOptions = {}) => {
      const body = phpJson(event)
      return fetch(url, { method: 'POST', body, headers: signedHeaders(body, options) })
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const readyParts = { temporal: 'ok', signatureKeys: 'ok', clients: 'ok', unmatchedUploads: 'ok' }

export type GatewayUnderTest = Awaited<ReturnType<typeof startGatewayUnderTest>>
