import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { hostIdOf } from '../../../activities/store/host-id'

let root: string
let dataDir: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'qc-host-'))
  dataDir = await mkdtemp(join(root, 'data-'))
})
afterEach(() => rm(root, { recursive: true }))

test('keeps its id over restarts', async () => {
  const id = await hostIdOf(dataDir)
  expect(id).toMatch(/^[0-9a-f]{12}$/)
  await expect(hostIdOf(dataDir)).resolves.toBe(id)
})

test('gives a copied data directory a new id, also in the place of the first one', async () => {
  const id = await hostIdOf(dataDir)
  const copy = join(root, 'copy')
  await cp(dataDir, copy, { recursive: true })
  expect(await hostIdOf(copy)).not.toBe(id)
  await rename(dataDir, join(root, 'moved'))
  await cp(join(root, 'moved'), dataDir, { recursive: true })
  expect(await hostIdOf(dataDir)).not.toBe(id)
})

test('gives the data directory of a cloned machine a new id', async () => {
  const id = await hostIdOf(dataDir, 'machine 1')
  expect(await hostIdOf(dataDir, 'machine 2')).not.toBe(id)
})

test.each(['', 'two\nlines', '0123456789ab'])('replaces a file that holds %j', async (content) => {
  await writeFile(join(dataDir, 'host-id'), content)
  const id = await hostIdOf(dataDir)
  expect(id).toMatch(/^[0-9a-f]{12}$/)
  await expect(hostIdOf(dataDir)).resolves.toBe(id)
})
