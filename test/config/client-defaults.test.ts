import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { createClientDefaultsStore } from '../../config/client-defaults'
import type { Client } from '../../config/parse-client'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-defaults-'))
  file = join(folder, 'client_defaults.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const acme: Client = {
  id: 'acme',
  name: 'Acme',
  displayName: 'Acme',
  description: '',
  profiles: ['static_general', 'video_general', 'retired'],
  incomingFolders: [{ folderId: '1', profileId: undefined }],
  reportsFolderId: '2',
  defaultProfile: 'static_general',
  mode: 'active',
  verdictOn: 'source_and_report',
  commentOn: 'none',
  report: {},
}
const store = () => createClientDefaultsStore(file, () => ['static_general', 'video_general'])

it('an override counts at once, for every reader, and is reverted', async () => {
  const reader = store()
  expect(reader.effective(acme)).toEqual({ profileId: 'static_general', from: 'static' })
  await store().set(acme, 'video_general', 'jo@example.com')
  expect(reader.effective(acme)).toEqual({ profileId: 'video_general', from: 'override' })
  await store().revert(acme, 'sam@example.com')
  expect(reader.effective(acme)).toEqual({ profileId: 'static_general', from: 'static' })
})

it('every change is kept: who, when, from, to', async () => {
  const { set, revert, history } = store()
  await set(acme, 'video_general', 'jo')
  await set({ ...acme, id: 'other' }, 'static_general', 'jo')
  await revert(acme, 'sam')
  expect(await revert(acme, 'sam')).toBeUndefined()
  const when = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string
  expect(history('acme')).toEqual([
    { when, who: 'jo', clientId: 'acme', from: null, to: 'video_general' },
    { when, who: 'sam', clientId: 'acme', from: 'video_general', to: null },
  ])
  writeFileSync(
    join(folder, 'client_defaults.log.jsonl'),
    `${readFileSync(join(folder, 'client_defaults.log.jsonl'), 'utf8')}{"cut`,
  )
  expect(history('acme')).toHaveLength(2)
})

it('a change counts only from the value that its author was shown, and the file stays as it is', async () => {
  await store().set(acme, 'video_general', 'jo', null)
  const meanwhile = { name: 'ChangedMeanwhile', current: 'video_general' }
  await expect(store().set(acme, 'static_general', 'sam', null)).rejects.toMatchObject(meanwhile)
  await expect(store().revert(acme, 'sam', 'static_general')).rejects.toMatchObject(meanwhile)
  expect(store().stored('acme')).toBe('video_general')
  expect(store().history('acme')).toHaveLength(1)
  await store().revert(acme, 'sam', 'video_general')
  expect(store().stored('acme')).toBeNull()
})

it.each(['print_ad', 'retired'])(
  'a profile that is not among the client’s, or not there (%s), is refused',
  async (profileId) => {
    await expect(store().set(acme, profileId, 'jo')).rejects.toThrow(
      `acme is "${profileId}", expected one of the client's profiles: static_general, video_general`,
    )
    expect(store().history('acme')).toEqual([])
  },
)

it.each(['missing/client_defaults.json', 'plain/client_defaults.json'])(
  'a folder that cannot be written is told, and not tried again and again: %s',
  async (path) => {
    writeFileSync(join(folder, 'plain'), 'a file, no folder')
    const unusable = createClientDefaultsStore(join(folder, path), () => acme.profiles)
    await expect(unusable.set(acme, 'video_general', 'ada')).rejects.toThrow(
      /client_defaults\.json: its folder cannot be written: .*ENO/,
    )
  },
)

it('an override that no longer fits is reported and the static default used', async () => {
  writeFileSync(file, '{"acme": "retired"}')
  expect(store().effective(acme)).toEqual({
    profileId: 'static_general',
    from: 'static',
    problem: expect.stringContaining('"retired"') as string,
  })
})

it.each(['{"acme": "video_gen', '', '[]', '{"acme": 5}', 'null'])(
  'a broken file (%j) is reported and the static default used',
  async (text) => {
    writeFileSync(file, text)
    expect(store().effective(acme)).toEqual({
      profileId: 'static_general',
      from: 'static',
      problem: expect.stringContaining('client_defaults.json') as string,
    })
    await expect(store().set(acme, 'video_general', 'jo')).rejects.toThrow('Correct it, or delete it')
    expect(readFileSync(file, 'utf8')).toBe(text)
  },
)

it('a client named like a property of every object has no override', () => {
  writeFileSync(file, '{}')
  expect(store().effective({ ...acme, id: 'constructor' })).toEqual({
    profileId: 'static_general',
    from: 'static',
  })
})

it('twenty changes at the same time, from several processes, are all kept', async () => {
  const run = promisify(execFile)
  const module = join(__dirname, '../../dist/config/client-defaults.js')
  const script = (client: string) => `
    const { createClientDefaultsStore } = require('${module}')
    const store = createClientDefaultsStore('${file}', () => ['a'])
    Promise.all([1, 2, 3, 4, 5].map((n) =>
      store.set({ id: '${client}' + n, profiles: ['a'] }, 'a', '${client}')))
      .catch((error) => { console.error(error); process.exit(1) })`
  await Promise.all(['w', 'x', 'y', 'z'].map((client) => run(process.execPath, ['-e', script(client)])))
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toHaveLength(20)
  expect(readFileSync(join(folder, 'client_defaults.log.jsonl'), 'utf8').trim().split('\n')).toHaveLength(20)
})
