import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { tidy } from '../../../activities/store/janitor'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'qc-janitor-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const limits = { assetAgeMs: 1000, factsAgeMs: 1000, factsBytes: 250 }
const tidyUp = (used: string[] = []) =>
  tidy({
    dataDir,
    limits,
    remove: async ({ name, dir }) => {
      if (used.includes(name)) return false
      await rm(dir, { recursive: true })
      return true
    },
  })

async function folder(path: string, { ageMs = 0, bytes = 0 } = {}) {
  const dir = join(dataDir, path)
  await mkdir(dir, { recursive: true })
  await writeFile(join(dir, 'file'), 'x'.repeat(bytes))
  await utimes(dir, new Date(Date.now() - ageMs), new Date(Date.now() - ageMs))
}

describe('the janitor', () => {
  it('removes assets that nobody used for long, and keeps the others', async () => {
    await folder('assets/old', { ageMs: 2000 })
    await folder('assets/new')
    await expect(tidyUp()).resolves.toEqual([join(dataDir, 'assets/old')])
    await expect(readdir(join(dataDir, 'assets'))).resolves.toEqual(['new'])
  })

  it('keeps an old asset that an activity works on', async () => {
    await folder('assets/old', { ageMs: 2000 })
    await expect(tidyUp(['old'])).resolves.toEqual([])
    await expect(readdir(join(dataDir, 'assets'))).resolves.toEqual(['old'])
  })

  it('keeps the cache of facts within its age and size, the newest first', async () => {
    await folder('facts/a/1', { ageMs: 2000 })
    await folder('facts/b/1', { ageMs: 500, bytes: 200 })
    await folder('facts/c/1', { ageMs: 100, bytes: 200 })
    await tidyUp()
    await expect(readdir(join(dataDir, 'facts', 'a'))).resolves.toEqual([])
    await expect(readdir(join(dataDir, 'facts', 'b'))).resolves.toEqual([])
    await expect(readdir(join(dataDir, 'facts', 'c'))).resolves.toEqual(['1'])
  })

  it('does nothing in a new data directory', async () => {
    await expect(tidyUp()).resolves.toEqual([])
  })
})
