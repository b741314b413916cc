import { request } from 'node:http'
import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
})
afterAll(() => box.stop())

const page = async (path: string) => {
  const response = await fetch(`${box.pageUrl}${path}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const token = async () => /data-token="([\w-]+)"/.exec((await page('/')).text)?.[1] ?? ''
const post = async (path: string, body?: string, headers: Record<string, string> = {}) => {
  return fetch(`${box.pageUrl}${path}`, {
    method: 'POST',
    headers: { 'x-box-page': await token(), ...headers },
    body,
  })
}
const inIncoming = async (name: string) =>
  (await box.control.tree(client.incoming)).find((item) => item.name === name)

test('a folder shows where it is, what is in it, and who uploads', async () => {
  const { text, status } = await page(`/folders/${client.incoming}`)
  expect(status).toBe(200)
  expect(text).toContain('Anna Ahlers')
  expect(text).toMatch(/AI-QC acme<\/a\s*>\s*<b>INCOMING<\/b>/)
  expect((await page('/')).text).toContain('AI-QC acme')
  expect((await page('/folders/99')).status).toBe(404)
})

test("an upload through the page is the client's upload through the API", async () => {
  const after = (await box.control.requests()).length
  expect(
    (await post(`/uploads?folder=${client.incoming}&name=${encodeURIComponent('Ü – 😀.txt')}`, 'hello'))
      .status,
  ).toBe(200)
  const [entry] = await box.control.requests(after)
  expect(entry).toMatchObject({
    origin: 'upload',
    path: '/2.0/files/content',
    userId: client.anna,
    applied: true,
    summary: { name: 'Ü – 😀.txt' },
  })
  const { id } = (await inIncoming('Ü – 😀.txt')) ?? { id: '' }
  expect((await post(`/uploads?file=${id}`, 'again')).status).toBe(200)
  expect((await inIncoming('Ü – 😀.txt'))?.versions).toHaveLength(2)
  expect((await post(`/move?id=${id}&to=${client.top}`)).status).toBe(200)
  expect(await inIncoming('Ü – 😀.txt')).toBeUndefined()
  expect((await post(`/trash?id=${id}`)).status).toBe(200)
  expect((await page(`/files/${id}`)).status).toBe(404)
})

test("Box's error is shown in words", async () => {
  await post(`/uploads?folder=${client.incoming}&name=twice.txt`, 'x')
  const again = await post(`/uploads?folder=${client.incoming}&name=TWICE.txt`, 'x')
  expect(again.status).toBe(409)
  expect(await again.json()).toEqual({ error: 'Box says: Item with the same name already exists (409)' })
})

test("changes need the page's own token, and the page answers no rebound name", async () => {
  for (const headers of [{ 'x-box-page': '' }, { 'x-box-page': 'guess' }]) {
    expect((await post(`/uploads?folder=${client.incoming}&name=forged.txt`, 'x', headers)).status).toBe(403)
  }
  expect(await inIncoming('forged.txt')).toBeUndefined()
  const status = await new Promise((resolve) => {
    request(box.pageUrl, { headers: { host: 'evil.example' } }, (response) =>
      resolve(response.statusCode),
    ).end()
  })
  expect(status).toBe(403)
})

test('names are escaped', async () => {
  const name = '"><img src=x onerror=alert(1)>&.txt'
  await box.control.upload({ userId: client.anna, folderId: client.incoming, name, content: 'x' })
  const { text, headers } = await page(`/folders/${client.incoming}`)
  expect(text).not.toContain('<img')
  expect(text).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;.txt')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'nonce-/)
})

test('a report opens in the browser, in a sandbox of its own', async () => {
  const { fileId } = await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'report.html',
    content: '<h1>ü</h1>',
  })
  const { headers, text } = await page(`/files/${fileId}`)
  expect(text).toBe('<h1>ü</h1>')
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const other = await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'x.docx',
    content: 'x',
  })
  expect((await page(`/files/${other.fileId}`)).headers.get('content-disposition')).toMatch(/^attachment/)
})

test('an open page shows changes', async () => {
  const version = Number(/data-version="(\d+)"/.exec((await page('/')).text)?.[1])
  const waiting = fetch(`${box.pageUrl}/changes?version=${version}`).then((response) => response.json())
  await box.control.upload({
    userId: client.anna,
    folderId: client.incoming,
    name: 'heard.txt',
    content: 'x',
  })
  expect(((await waiting) as { version: number }).version).toBeGreaterThan(version)
  expect((await page(`/folders/${client.incoming}?only=items`)).text).toContain('heard.txt')
})
