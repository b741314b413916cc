import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ArrivedFile } from '../../runs/match-upload'
import type { StartUpload } from '../../runs/start-upload'
import { takeUpUnmatched } from '../../webhook-gateway/take-up-unmatched'
import { openUnmatchedUploads } from '../../webhook-gateway/unmatched-uploads'
import type { Upload } from '../../workflows/contract'
import { phpJson, signedHeaders, testKeys, uploadBody } from '../support/box-delivery'
import { startGatewayProcess } from '../support/gateway-process'
import { startGatewayUnderTest } from '../support/gateway-under-test'
import { temporalAddress } from '../support/temporal-server'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'qc-unmatched-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const fileIn = (folderId: string, fileId = '1'): ArrivedFile => ({
  fileId,
  versionId: '9',
  name: 'poster.jpg',
  sha1: 'a'.repeat(40),
  sizeBytes: 1,
  folders: [{ id: folderId, name: 'IN' }],
  eventTime: '2026-11-24T09:30:00.000Z',
})
const incoming = { clientId: 'acme', profileId: 'p', mode: 'active' as const, extensions: ['jpg'] }
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** One round in which only folder 30 is an INCOMING. */
async function takeUp(
  unmatchedUploads: Awaited<ReturnType<typeof openUnmatchedUploads>>,
  startUpload?: StartUpload,
): Promise<Upload[]> {
  const started: Upload[] = []
  const remember: StartUpload = async (upload) => {
    started.push(upload)
  }
  await takeUpUnmatched({
    snapshot: () => (id) => (id === '30' ? incoming : undefined),
    startUpload: startUpload ?? remember,
    unmatchedUploads,
    logger: quiet,
  })
  return started
}

it('an upload into a folder of no client is remembered, with the line that operators know', async () => {
  const gateway = await startGatewayUnderTest()
  const response = await gateway.deliver(uploadBody({ folders: [{ id: '31', name: 'Other' }] }))
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 200,
    body: { result: 'ignored', reason: 'unknown_folder' },
  })
  expect(gateway.messages()).toEqual(['Box webhook: no client configured for Box folder 31'])
  expect(gateway.remembered).toMatchObject([{ fileId: '1234567890', name: 'poster.jpg' }])
  await gateway.stop()
})

it.each([
  [
    'that cannot be stored is refused with 503, so Box delivers again',
    () => Promise.reject(new Error('full')),
    503,
  ],
  ['for which there is no room is answered with 200 and logged as an error', async () => false, 200],
])('an upload %s', async (_, remember, status) => {
  const gateway = await startGatewayUnderTest({ unmatchedUploads: { remember } })
  const response = await gateway.deliver(uploadBody({ folders: [{ id: '31', name: 'Other' }] }))
  expect(response.status).toBe(status)
  expect(gateway.logs.at(-1)).toMatchObject({ level: 'error' })
  await gateway.stop()
})

it(
  'a remembered upload survives a restart, is started ' + 'when a client has its folder, and then forgotten',
  async () => {
    const first = await openUnmatchedUploads({ directory })
    expect(await first.remember(fileIn('30'))).toBe(true)
    expect(await first.remember(fileIn('31', '2'))).toBe(true)
    expect(await takeUp(await openUnmatchedUploads({ directory }))).toMatchObject([
      { fileId: '1', clientId: 'acme', origin: 'event', session: '20261124T093000Z-9' },
    ])
    expect(readdirSync(directory)).toEqual(['2-9.json'])
    expect(await takeUp(first)).toEqual([])
    expect(first.count()).toBe(1)
    expect(statSync(join(directory, '2-9.json')).mode & 0o777).toBe(0o600)
  },
)

it('a run that cannot be stored keeps its upload', async () => {
  const unmatched = await openUnmatchedUploads({ directory })
  await unmatched.remember(fileIn('30'))
  await takeUp(unmatched, () => Promise.reject(new Error('Temporal is down')))
  expect(unmatched.count()).toBe(1)
  expect(await takeUp(unmatched)).toHaveLength(1)
})

it('the memory is bounded in number and age', async () => {
  let now = 0
  const unmatched = await openUnmatchedUploads({ directory, maxCount: 2, maxAgeMs: 1_000, now: () => now })
  expect(await unmatched.remember(fileIn('31', '1'))).toBe(true)
  expect(await unmatched.remember(fileIn('31', '2'))).toBe(true)
  expect(await unmatched.remember(fileIn('31', '3'))).toBe(false)
  expect(await unmatched.remember(fileIn('31', '2'))).toBe(true)
  now = 1_001
  await takeUp(unmatched)
  expect(unmatched.count()).toBe(0)
  expect(readdirSync(directory)).toEqual([])
})

it('foreign and broken files in the directory are left alone', async () => {
  writeFileSync(join(directory, '5-5.json'), '{"file":')
  writeFileSync(join(directory, 'README'), 'x')
  const unmatched = await openUnmatchedUploads({ directory })
  expect(unmatched.count()).toBe(0)
  expect(await takeUp(unmatched)).toEqual([])
})

it('client and profile arrive after the upload, around a killed gateway: the run starts', async () => {
  const profiles = join(directory, 'profiles')
  mkdirSync(profiles)
  const writeProfile = (id: string) =>
    writeFileSync(
      join(profiles, `${id}.yaml`),
      'title: T\nmedia: [image]\nextensions: [jpg]\nmaxBytes: 9000\n',
    )
  writeProfile('present')
  const clientsFile = join(directory, 'clients.yaml')
  writeFileSync(clientsFile, '# No clients yet.\n')
  const start = () =>
    startGatewayProcess({
      TEMPORAL_ADDRESS: temporalAddress(),
      BOX_WEBHOOK_PRIMARY_KEY: testKeys.primary,
      QC_CLIENTS_FILE: clientsFile,
      QC_PROFILES_DIR: profiles,
      QC_TASK_QUEUE: 'nobody-works-here',
      GATEWAY_DATA_DIR: join(directory, 'data'),
    })
  const fileId = String(Date.now())
  const first = await start()
  const body = phpJson(uploadBody({ fileId, folders: [{ id: fileId, name: 'IN' }] }))
  expect((await fetch(first.url, { method: 'POST', body, headers: signedHeaders(body) })).status).toBe(200)
  await first.stop('SIGKILL')

  const second = await start()
  const late = 'name: L, profiles: [late], default_profile: late'
  writeFileSync(clientsFile, `late: { ${late}, box_folder_id: ${fileId}, box_reports_folder_id: 3 }\n`)
  await untilTrue(() => second.log().includes('late: profiles is'))
  const ready = (await (await fetch(`${second.origin}/readyz`)).json()) as Record<string, string>
  expect(ready.clients).toContain('late: profiles is "late"')
  expect(ready.unmatchedUploads).toContain('1 uploads wait')
  writeProfile('late')
  await untilTrue(() => second.log().includes(`client=late profile=late file_id=${fileId}`))
  expect(await (await fetch(`${second.origin}/readyz`)).json()).toMatchObject({
    clients: 'ok',
    unmatchedUploads: 'ok',
  })
  await second.stop()
})

async function untilTrue(condition: () => boolean) {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50))
}
