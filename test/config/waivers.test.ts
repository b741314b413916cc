import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createWaiverStore, type NewWaiver } from '../../config/waivers'

let folder: string
let file: string
let today = '2026-11-27T12:00:00Z'
beforeEach(() => {
  today = '2026-11-27T12:00:00Z'
  folder = mkdtempSync(join(tmpdir(), 'qc-waivers-'))
  file = join(folder, 'waivers.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const store = () => createWaiverStore(file, () => new Date(today))
const upload = { clientId: 'acme', fileId: '1', versionId: '2', profileId: 'tv_eu' }
const words = { check: 'video/black-frames', reason: ' the black is meant ', by: 'ada' }
const version: NewWaiver = { clientId: 'acme', fileId: '1', versionId: '2', finding: 'abc', ...words }
const rule: NewWaiver = { clientId: 'acme', profileId: 'tv_eu', containing: 'at the end', ...words }

test('a waiver counts at once for every reader: of its version, or of its client and profile', async () => {
  const reader = store()
  expect(reader.effective(upload)).toEqual([])
  const { waiver, isNew } = await store().add(version)
  expect({ isNew, waiver }).toMatchObject({ isNew: true, waiver: { reason: 'the black is meant' } })
  await store().add(rule)
  const [first, second] = reader.effective(upload)
  expect(first).toEqual({
    ...{ id: waiver.id, check: 'video/black-frames', finding: 'abc', by: 'ada' },
    ...{ reason: 'the black is meant', at: '2026-11-27T12:00:00.000Z' },
    ...{ containing: undefined, until: undefined },
  })
  expect(second).toMatchObject({ containing: 'at the end' })
  expect(reader.effective({ ...upload, versionId: '3' })).toMatchObject([{ containing: 'at the end' }])
  expect(reader.effective({ ...upload, profileId: 'tv_na' })).toMatchObject([{ finding: 'abc' }])
  expect(reader.effective({ ...upload, clientId: 'globex' })).toEqual([])
})

test('the same again is the one that is there; removed, it counts no more; all is in the log', async () => {
  const { waiver } = await store().add(version)
  expect(await store().add({ ...version, reason: 'other words', by: 'bob' })).toEqual({
    waiver,
    isNew: false,
  })
  expect(await store().remove('w-nothing', 'bob')).toBeUndefined()
  expect(await store().remove(waiver.id, 'bob')).toEqual(waiver)
  expect(store().effective(upload)).toEqual([])
  writeFileSync(join(folder, 'waivers.log.jsonl'), '{"cut', { flag: 'a' })
  expect(store().history('acme')).toMatchObject([
    { who: 'ada', change: 'added', waiver: { id: waiver.id } },
    { who: 'bob', change: 'removed', waiver: { id: waiver.id } },
  ])
  expect(store().history('globex')).toEqual([])
})

test('a waiver counts through its last day, and can be given again afterwards', async () => {
  await store().add({ ...rule, until: '2026-11-28' })
  today = '2026-11-28T23:59:59Z'
  expect(store().effective(upload)).toHaveLength(1)
  today = '2026-11-29T00:00:00Z'
  expect(store().effective(upload)).toEqual([])
  expect(store().list()).toHaveLength(1)
  expect(await store().add(rule)).toMatchObject({ isNew: true })
})

test.each([
  [{ reason: '  ' }, /the reason is empty/],
  [{ reason: 'x'.repeat(301) }, /301 characters, expected 300/],
  [{ until: 'tomorrow' }, /the last day is "tomorrow", expected a date such as 2027-01-31/],
  [{ until: '2027-02-30' }, /the last day is "2027-02-30"/],
  [{ until: '2026-11-26' }, /the last day, 2026-11-26, has passed/],
  [{ containing: ' ' }, /the text of the finding is empty/],
])('%j is refused, and nothing is written', async (change, message) => {
  await expect(store().add({ ...version, ...change })).rejects.toThrow(message)
  expect(store().list()).toEqual([])
  expect(store().history()).toEqual([])
})

test('a plan stays small: no more than 40 for one version', async () => {
  const { waiver } = await store().add(version)
  const waivers = Array.from({ length: 40 }, (_, n) => ({ ...waiver, id: `w-${n}`, finding: String(n) }))
  writeFileSync(file, JSON.stringify({ waivers }))
  await expect(store().add(version)).rejects.toThrow('this file version has 40 waivers, 40 at most')
  expect(await store().add(rule)).toMatchObject({ isNew: true })
})

test.each(['{"waivers": [', '', '[]', '{"waivers": [{"id": "w-1"}]}', 'null', '{"waivers": {}}'])(
  'with a broken file (%j) nothing is accepted, and it is never overwritten',
  async (text) => {
    writeFileSync(file, text)
    expect(store().effective(upload)).toEqual([])
    expect(store().problem()).toContain('no finding is accepted')
    await expect(store().add(version)).rejects.toThrow('Correct it, or delete it')
    await expect(store().remove('w-1', 'ada')).rejects.toThrow('Correct it, or delete it')
    expect(readFileSync(file, 'utf8')).toBe(text)
  },
)
