import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'

import { Connection } from '@temporalio/client'

import { temporalProblem } from '../../runs/temporal-problem'
import { searchAttributeProblem } from '../../workflows/search-attributes'
import { adminCli } from '../support/admin-cli'
import { phpJson, signedHeaders, testKeys, uploadBody } from '../support/box-delivery'
import { startGatewayProcess } from '../support/gateway-process'
import { freePort, temporalAddress } from '../support/temporal-server'

let connection: Connection
const address = temporalAddress()
beforeAll(async () => {
  connection = await Connection.connect({ address, interceptors: [] })
})
afterAll(() => connection.close())

/** A namespace with these search attributes and no others. */
async function newNamespace(searchAttributes: Record<string, number> = {}): Promise<string> {
  const namespace = `attributes-${randomUUID().slice(0, 8)}`
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  })
  if (Object.keys(searchAttributes).length > 0)
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes })
  return namespace
}

const keyword = 2
const int = 3
const manyKeywords = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`Other${n}`, keyword]))

it('a namespace with all search attributes has no problem', async () => {
  expect(await temporalProblem({ address, namespace: 'default', connection })).toBeUndefined()
})

it('missing attributes and attributes of another type are named, wanted and found', async () => {
  const namespace = await newNamespace({ QcClient: keyword, QcScore: int })
  expect(await temporalProblem({ address, namespace, connection })).toBe(
    `Temporal at ${address} (namespace ${namespace}): search attributes ` +
      'are missing: QcProfile, QcFile, QcFileId, QcState, QcStep, QcErrorType, QcVerdict; ' +
      'have the wrong type: QcScore (wanted Double, found Int). ' +
      'Until "admin-cli setup" has corrected them, runs cannot start',
  )
})

it('a missing namespace and a server that does not answer are named with address and cause', async () => {
  expect(await temporalProblem({ address, namespace: 'nowhere', connection })).toContain('nowhere')
  const deaf = `127.0.0.1:${await freePort()}`
  const lazy = Connection.lazy({ address: deaf, interceptors: [] })
  expect(await temporalProblem({ address: deaf, namespace: 'default', connection: lazy })).toMatch(
    new RegExp(`^Temporal at ${deaf} \\(namespace default\\): .*ECONNREFUSED ${deaf}`),
  )
  await lazy.close()
})

it('Temporal Cloud, which closes this API to us, is taken as it is', async () => {
  const closed = Object.assign(new Error('Request unauthorized.'), { code: 7 })
  const service = { listSearchAttributes: () => Promise.reject(closed) }
  expect(await searchAttributeProblem(service, 'default')).toBeUndefined()
})

describe('admin-cli setup', () => {
  it('names wanted and found type of an attribute of another type', async () => {
    const namespace = await newNamespace({ QcScore: int })
    expect(
      await adminCli(['setup'], { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace }),
    ).toMatchObject({
      code: 6,
      stderr: expect.stringContaining('QcScore (wanted Double, found Int)') as string,
    })
  })

  it('says what to do when ten Keywords exist already', async () => {
    const namespace = await newNamespace(manyKeywords)
    const { code, stderr } = await adminCli(['setup'], {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
    })
    expect(stderr).toContain('room for 10 attributes of type Keyword')
    expect(stderr).not.toMatch(/^ {4}at /m)
    expect(code).toBe(6)
  })
})

describe('a gateway in a namespace without search attributes', () => {
  it('says so in the log and /readyz, names the cause of a refused start; is ready after setup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qc-attributes-'))
    const clientsFile = join(folder, 'clients.yaml')
    const folders = 'box_folder_id: 7001, box_reports_folder_id: 7009'
    const profiles = 'profiles: [static_general], default_profile: static_general'
    writeFileSync(clientsFile, `acme: { name: A, ${profiles}, ${folders} }\n`)
    const env = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: await newNamespace() }
    const gateway = await startGatewayProcess({
      ...env,
      BOX_WEBHOOK_PRIMARY_KEY: testKeys.primary,
      QC_CLIENTS_FILE: clientsFile,
      QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
    })
    const ready = await fetch(`${gateway.origin}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.text()).toContain('search attributes are missing: QcClient, QcProfile')
    const body = phpJson(uploadBody())
    const deliver = () => fetch(gateway.url, { method: 'POST', body, headers: signedHeaders(body) })
    expect((await deliver()).status).toBe(503)
    expect(gateway.log()).toContain('search attributes are missing')
    // The log line takes a pipe to reach us.
    for (let tries = 0; tries < 50 && !gateway.log().includes('internal_error'); tries += 1) await sleep(100)
    expect(gateway.log()).toMatch(/Failed to \w+ Workflow: .*search attribute/i)

    expect((await adminCli(['setup'], env)).code).toBe(0)
    expect((await fetch(`${gateway.origin}/readyz`)).status).toBe(200)
    expect((await deliver()).status).toBe(200)
    await gateway.stop()
    rmSync(folder, { recursive: true })
  })
})

it('a gateway that starts while Temporal is down logs the address and the cause', async () => {
  const deaf = `127.0.0.1:${await freePort()}`
  const gateway = await startGatewayProcess({
    TEMPORAL_ADDRESS: deaf,
    BOX_WEBHOOK_PRIMARY_KEY: testKeys.primary,
  })
  const ready = await (await fetch(`${gateway.origin}/readyz`)).text()
  expect(ready).toContain(`Temporal at ${deaf} (namespace default): `)
  expect(ready).toContain('ECONNREFUSED')
  while (!gateway.log().includes('until Temporal is ready'))
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(gateway.log()).toContain(`ECONNREFUSED ${deaf}`)
  await gateway.stop()
})
