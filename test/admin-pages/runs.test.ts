import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Client, Connection } from '@temporalio/client'

import { createTemporalAccess } from '../../runs/temporal-access'
import { workflowType } from '../../workflows/contract'
import { openPages, type PagesUnderTest, type Visitor } from '../support/admin-pages'
import { temporalAddress } from '../support/temporal-server'

const hostile = `<img src=x onerror=alert(1)> "quoted" \u202Egnp.exe`
const stamp = String(Date.now())

let client: Client
let pages: PagesUnderTest
let ada: Visitor
beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) })
  pages = await openPages((deps) => ({ ...deps, temporal: createTemporalAccess(client, temporalAddress()) }))
  ada = await pages.signedIn()
  await start('1', hostile, {
    QcState: 'needs_attention',
    QcStep: 'uploadReport',
    QcErrorType: 'permission_denied',
  })
  await start('2', 'second.png', {
    ...{ QcState: 'needs_attention', QcStep: 'uploadReport', QcErrorType: 'permission_denied' },
  })
  await start('3', 'calm.png', { QcState: 'running' })
  while ((await client.workflow.count(`QcFileId='${stamp}'`)).count < 3)
    await new Promise((resolve) => setTimeout(resolve, 50))
})
afterAll(async () => {
  for (const version of ['1', '2', '3']) await client.workflow.getHandle(idOf(version)).terminate()
  await pages.stop()
  await client.connection.close()
})

const owner = `pages${stamp}`
const idOf = (version: string) => `qc/${owner}/${stamp}/${version}`
const pageOf = (version: string) => `/run?id=${encodeURIComponent(idOf(version))}`

const arrived = {
  ...{ fileId: '77', incomingFolderId: '88', sizeBytes: 2_500_000 },
  ...{ origin: 'event', profileId: 'static_general' },
}

/** A run as Temporal has it while no worker is up. */
async function start(version: string, file: string, attributes: Record<string, string>) {
  const all = { QcClient: owner, QcProfile: 'static_general', QcFile: file, QcFileId: stamp, ...attributes }
  await client.workflow.start(workflowType, {
    workflowId: idOf(version),
    taskQueue: 'nobody-works-here',
    args: [{ upload: { ...arrived, name: file } }],
    memo: { file },
    typedSearchAttributes: Object.entries(all).map(([name, value]) => ({
      key: { name, type: 'KEYWORD' as const },
      value,
    })),
  })
}

test('runs that need attention come first, by cause, and hostile names are text', async () => {
  const { status, text } = await ada.get(`/?client=${owner}`)
  expect(status).toBe(200)
  expect(text).toContain('2 runs need attention')
  expect(text).toContain('The service account may not write')
  expect(text).toContain('Retry all 2 with this cause')
  expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(text).toContain('\\u202e')
  expect(text).not.toContain('<img src=x')
  expect(text.indexOf('need attention')).toBeLessThan(text.indexOf('calm.png'))
})

test('filters and search narrow the list', async () => {
  const found = (await ada.get(`/?client=${owner}&state=running`)).text
  expect(found).toContain('calm.png')
  const searched = (await ada.get(`/?client=${owner}&q=SECOND`)).text
  expect(searched.slice(searched.indexOf('Runs that match'))).toContain('second.png')
  expect(searched.slice(searched.indexOf('Runs that match'))).not.toContain('calm.png')
  const none = (await ada.get(`/?client=${owner}&q=${encodeURIComponent("' OR 1=1")}`)).text
  expect(none).toContain('No run matches.')
  expect((await ada.get(`/?client=${encodeURIComponent("x' OR QcClient='y")}`)).status).toBe(200)
})

test(
  "a parked run's page says what is known, with " + 'no worker up, and links to Box and the Web UI',
  async () => {
    const { status, text } = await ada.get(pageOf('1'))
    expect(status).toBe(200)
    expect(text).toContain('Needs attention: The service account may not write')
    expect(text).toContain('No worker answers at the moment')
    expect(text).toContain('https://app.box.com/folder/88')
    expect(text).toContain(`/workflows/${encodeURIComponent(idOf('1'))}`)
    expect(text).toContain('2.5 MB')
    expect(text).not.toContain('<img src=x')
  },
)

test('a run that no worker takes up says so, and its page alone has a script', async () => {
  const { text, headers } = await ada.get(pageOf('3'))
  expect(text).toContain('no worker has taken up the run')
  const [, script = ''] = /<script src="([^"]+)" defer>/.exec(text) ?? []
  expect(headers.get('content-security-policy')).toContain("script-src 'self'; connect-src 'self'")
  expect((await ada.get(script)).headers.get('content-type')).toMatch(/^text\/javascript/)
  const { headers: ofList, text: list } = await ada.get('/')
  expect(ofList.get('content-security-policy')).not.toContain('script-src')
  expect(list).not.toContain('<script')
})

test('without scripts the page of a run loads itself again when asked to, for a while', async () => {
  const asked = async (version: string, query = '') => {
    const { headers, text } = await ada.get(`${pageOf(version)}${query}`)
    return { refresh: headers.get('refresh'), hasScript: text.includes('<script') }
  }
  const path = pageOf('3')
  expect((await ada.get(path)).text).toContain(`${path}&amp;reloads=60">Update every 5 seconds</a>`)
  expect((await ada.get(`${path}&reloads=60`)).text).toContain(`${path}">Stop updating</a>`)
  expect(await asked('3', '&reloads=2')).toEqual({ refresh: `5; url=${path}&reloads=1`, hasScript: false })
  for (const query of ['', '&reloads=0', '&reloads=-1', '&reloads=x'])
    expect(await asked('3', query)).toEqual({ refresh: null, hasScript: true })
  expect((await asked('3', '&reloads=99999')).refresh).toContain('&reloads=59')
  expect((await asked('1', '&reloads=2')).refresh).toBeNull()
})

test('an update by the script leaves a notice to the page that is to show it', async () => {
  await ada.post('/run/retry', { id: idOf('1') })
  expect((await ada.get('/clients', { 'x-live': 'yes' })).text).not.toContain('Retry was sent')
  expect((await ada.get('/clients')).text).toContain('Retry was sent')
})

test('Retry reaches one run, Retry all every run of the cause, without a worker', async () => {
  expect((await ada.post('/run/retry', { id: idOf('1') })).status).toBe(303)
  const cause = { client: owner, step: 'uploadReport', error_type: 'permission_denied' }
  expect((await ada.post('/runs/retry', cause)).status).toBe(303)
  expect((await ada.get('/')).text).toContain('Retry was sent to 2 runs.')
  expect(await signalsOf('1')).toBe(3)
  expect(await signalsOf('2')).toBe(1)
  expect(await signalsOf('3')).toBe(0)
})

async function signalsOf(version: string): Promise<number> {
  const { events } = await client.workflow.getHandle(idOf(version)).fetchHistory()
  return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes).length
}

test('figures are shown, and health shows what doctor finds, the problems first', async () => {
  expect((await ada.get('/figures')).status).toBe(200)
  const { status, text } = await ada.get('/health')
  expect(status).toBe(200)
  expect(text).toContain('none has polled the task queue')
  expect(text).toContain('Uploads wait; nothing is lost.')
  expect(text).toContain('Box is not set up')
  expect(text).toMatch(/<th scope="row">\s*disk <span class="meta">the host of these pages</)
  expect(text).toContain('Acme &lt;Beverages&gt;: ')
  const states = Array.from(text.matchAll(/class="pill \w+">(PASS|WARN|FAIL)</g), ([, level]) => level)
  const order = ['FAIL', 'WARN', 'PASS']
  expect(states).toEqual([...states].sort((a = '', b = '') => order.indexOf(a) - order.indexOf(b)))
  expect(new Set(states)).toEqual(new Set(order))
})

test('a run that does not exist, an id of another kind and a missing reason are told', async () => {
  expect((await ada.get('/run?id=qc/none/1/1')).status).toBe(404)
  expect((await ada.get('/run?id=qc-sweep')).status).toBe(404)
  expect((await ada.get('/report?id=qc-sweep')).status).toBe(404)
  expect((await ada.post('/run/retry', { id: 'qc/none/1/1' })).status).toBe(404)
  expect((await ada.post('/run/abandon', { id: idOf('1'), reason: ' ' })).status).toBe(400)
})

test('an upload with another profile than the override says that the gateway has another file', async () => {
  const yaml = `
${owner}:
  { name: Owner, profiles: [static_general, video_general], default_profile: static_general,
    box_folder_id: "88", box_reports_folder_id: "89" }
`
  appendFileSync(join(pages.folder, 'clients.yaml'), yaml)
  while (!pages.deps.config.clients().has(owner)) await new Promise((resolve) => setTimeout(resolve, 50))
  const settings = async () => (await ada.get(`/clients/${owner}/settings`)).text
  expect(await settings()).not.toContain('may not reach the gateway')
  const change = { who: 'ada', clientId: owner, from: null, to: 'video_general' }
  const log = pages.files.clientDefaults.replace(/json$/, 'log.jsonl')
  appendFileSync(log, `${JSON.stringify({ when: '2026-01-01T00:00:00.000Z', ...change })}\n`)
  writeFileSync(pages.files.clientDefaults, JSON.stringify({ [owner]: 'video_general' }))
  expect(await settings()).toMatch(
    /calm.png<\/a>, arrived after it[^]*static_general, not with video_general/,
  )
  writeFileSync(pages.files.clientDefaults, '{}')
  expect(await settings()).not.toContain('may not reach the gateway')
})

test('with Temporal down the pages say so, and settings work', async () => {
  const down = await openPages()
  const grace = await down.signedIn('grace')
  const { status, text } = await grace.get('/')
  expect(status).toBe(503)
  expect(text).toContain('Temporal does not answer')
  expect((await grace.get('/clients/acme/settings')).status).toBe(200)
  expect((await grace.get('/health')).text).toContain('Temporal at nowhere:7233 cannot be reached')
  await down.stop()
})
