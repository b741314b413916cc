import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

import { Client, Connection } from '@temporalio/client'

import { projectDir } from '../../../sandbox/installation/project-dir'
import { phpJson, signedHeaders, testKeys, uploadBody } from '../../support/box-delivery'
import { startGatewayProcess } from '../../support/gateway-process'
import { startTemporalServer } from '../../support/temporal-server'
import { callInTurn, quantile, type Round } from './callers'
import type { Figures } from './figures'

const callers = 32
const callsARound = 256
const incomingFolderId = '7001'

/**
 * Starts that the gateway acknowledged, signed delivery to 200, over a loop of bare `signalWithStart` without
 * input, attributes or summary. Both on one server, in turn, with 32 callers.
 */
export async function benchStarts(folder: string, pairs: number): Promise<Figures> {
  process.env.TEMPORAL_CLI_PATH ??= join(projectDir, '.cache', 'temporal', 'temporal')
  const server = await startTemporalServer({ databaseFile: join(folder, 'starts.db') })
  const connection = await Connection.connect({ address: server.address })
  const gateway = await startGatewayProcess(gatewayEnvironment(folder, server.address))
  try {
    const bare = bareCall(new Client({ connection }))
    const ours = gatewayCall(gateway.url)
    await round(ours)
    await round(bare)
    const measured: { ours: Round; bare: Round }[] = []
    for (let pair = 0; pair < pairs; pair += 1)
      measured.push({ ours: await round(ours), bare: await round(bare) })
    return figuresOf(measured)
  } finally {
    await gateway.stop()
    await connection.close()
    await server.stop()
  }
}

const round = (call: () => Promise<unknown>) => callInTurn(callsARound, callers, call)

function figuresOf(measured: { ours: Round; bare: Round }[]): Figures {
  const p99 = (rounds: Round[]) =>
    quantile(
      rounds.flatMap(({ latenciesMs }) => latenciesMs),
      0.99,
    )
  const rate = (rounds: Round[]) =>
    quantile(
      rounds.map((one) => one.rate),
      0.5,
    )
  const [ours, bare] = [measured.map((pair) => pair.ours), measured.map((pair) => pair.bare)]
  const ratios = measured.map((pair) => pair.ours.rate / pair.bare.rate)
  return {
    ratio: quantile(ratios, 0.5),
    notes: {
      startsPerSecond: rate(ours),
      bareStartsPerSecond: rate(bare),
      p99Ratio: p99(ours) / p99(bare),
      p99Ms: p99(ours),
    },
  }
}

function gatewayEnvironment(folder: string, address: string): Record<string, string> {
  const clientsFile = join(folder, 'starts-clients.yaml')
  const profiles = 'profiles: [static_general], default_profile: static_general'
  const folders = `box_folder_id: ${incomingFolderId}, box_reports_folder_id: 7009`
  writeFileSync(clientsFile, `bench: { name: Bench, ${profiles}, ${folders} }\n`)
  return {
    TEMPORAL_ADDRESS: address,
    BOX_WEBHOOK_PRIMARY_KEY: testKeys.primary,
    BOX_WEBHOOK_SECONDARY_KEY: testKeys.secondary,
    QC_CLIENTS_FILE: clientsFile,
    QC_TASK_QUEUE: 'nobody-works-here',
  }
}

function bareCall({ workflow }: Client): () => Promise<unknown> {
  return () =>
    workflow.signalWithStart('bare', {
      workflowId: `bare-${randomUUID()}`,
      taskQueue: 'nobody-works-here',
      args: [],
      signal: 'arrived',
    })
}

function gatewayCall(url: string): () => Promise<unknown> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  let fileId = 1_000_000
  return async () => {
    fileId += 1
    const folders = [{ id: incomingFolderId, name: 'IN' }]
    const body = phpJson(uploadBody({ fileId: String(fileId), versionId: `9${fileId}`, folders }))
    // Box delivers again after a 503; the time counts.
    for (let status = 503; status !== 200;) {
      status = (await post(agent, url, body)) ?? 0
      if (status !== 200 && status !== 503) throw new Error(`the gateway answered ${status}, expected 200`)
    }
  }
}

function post(agent: Agent, url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { ...signedHeaders(body), 'content-length': String(Buffer.byteLength(body)) }
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
      .once('error', reject)
      .end(body)
  })
}
