import { startSimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import type { SimulatedBox } from '../../../sandbox/simulated-box/simulated-box'
import { rawCaller, seedClient } from './support'

let box: SimulatedBox
let client: Awaited<ReturnType<typeof seedClient>>
const names = ['b.txt', 'A.txt', 'c.txt', 'd.txt', 'E.txt']

beforeAll(async () => {
  box = await startSimulatedBox()
  client = await seedClient(box)
  await box.control.seed({ folders: [{ key: 'z', name: 'Z folder', parent: client.incoming }] })
  for (const [index, name] of names.entries()) {
    await box.control.upload({
      userId: client.anna,
      folderId: client.incoming,
      name,
      content: 'x'.repeat(5 - index),
    })
  }
})
afterAll(() => box.stop())

interface Entry {
  type: string
  id: string
  name: string
}
const list = async (query = '') => {
  const { status, body } = await rawCaller(box, client.anna)(
    'GET',
    `/2.0/folders/${client.incoming}/items${query}`,
  )
  const entries = (body.entries ?? []) as Entry[]
  return { status, body, names: entries.map(({ name }) => name), entries }
}

test('folders come first, names are sorted without case, and an entry is small', async () => {
  const { body, entries, names: listed } = await list()
  expect(listed).toEqual(['Z folder', 'A.txt', 'b.txt', 'c.txt', 'd.txt', 'E.txt'])
  expect(body).toMatchObject({
    total_count: 6,
    offset: 0,
    limit: 100,
    order: [
      { by: 'type', direction: 'ASC' },
      { by: 'name', direction: 'ASC' },
    ],
  })
  expect(Object.keys(entries[1] ?? {}).sort()).toEqual([
    'etag',
    'file_version',
    'id',
    'name',
    'sequence_id',
    'sha1',
    'type',
  ])
  expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['etag', 'id', 'name', 'sequence_id', 'type'])
})

test.each([
  ['?limit=2&offset=1', ['A.txt', 'b.txt']],
  ['?limit=2&offset=5', ['E.txt']],
  ['?offset=6', []],
  ['?sort=size&direction=DESC', ['Z folder', 'b.txt', 'A.txt', 'c.txt', 'd.txt', 'E.txt']],
  ['?sort=id', ['Z folder', 'b.txt', 'A.txt', 'c.txt', 'd.txt', 'E.txt']],
  ['?direction=DESC&limit=3', ['Z folder', 'E.txt', 'd.txt']],
])('%s lists %j', async (query, expected) => {
  expect((await list(query)).names).toEqual(expected)
})

test('fields add to the base fields, and unknown ones are ignored', async () => {
  const { entries } = await list('?fields=name,created_at,nonsense&limit=2')
  expect(Object.keys(entries[1] ?? {}).sort()).toEqual(['created_at', 'etag', 'id', 'name', 'type'])
})

test.each([
  ['?limit=1001', 400, 'invalid_limit'],
  ['?limit=x', 400, 'invalid_limit'],
  ['?offset=-1', 400, 'invalid_offset'],
  ['?offset=300001', 400, 'bad_request'],
  ['?sort=colour', 400, 'bad_request'],
  ['?usemarker=true&marker=nonsense', 400, 'bad_request'],
])('%s is an error', async (query, status, code) => {
  expect((await list(query)).body).toMatchObject({ type: 'error', status, code })
})

test('markers walk through everything once, also when items come and go meanwhile', async () => {
  const seen: string[] = []
  let marker: unknown = ''
  let pages = 0
  do {
    const { body, names: page } = await list(`?usemarker=true&limit=2&marker=${String(marker)}`)
    expect(body).not.toHaveProperty('total_count')
    seen.push(...page)
    marker = body.next_marker
    pages += 1
    if (pages === 1) {
      const [first] = (await box.control.tree(client.incoming)).filter(({ name }) => name === 'b.txt')
      await box.control.trash(first?.id ?? '')
    }
  } while (marker)
  expect(seen).toEqual(['Z folder', 'b.txt', 'A.txt', 'c.txt', 'd.txt', 'E.txt'])
  expect(pages).toBe(3)
})

test('the end of a listing may be an absent, a null or an empty marker', async () => {
  const ends = new Set<unknown>()
  for (const count of [1, 2, 3]) {
    const { folders } = await box.control.seed({
      folders: [
        { key: 'm', name: `markers ${count}`, parent: client.incoming },
        ...Array.from({ length: count }, (_, index) => ({ key: `m${index}`, name: `${index}`, parent: 'm' })),
      ],
    })
    const { body } = await rawCaller(box, client.anna)(
      'GET',
      `/2.0/folders/${folders.m}/items?usemarker=true`,
    )
    expect(body.entries).toHaveLength(count)
    ends.add(body.next_marker)
  }
  expect(ends).toEqual(new Set([undefined, null, '']))
})
