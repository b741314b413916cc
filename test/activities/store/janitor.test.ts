import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { hostIdOf } from '../../../activities/store/host-id'
import { tidy } from '../../../activities/store/janitor'
import { createScratch } from '../../../activities/store/scratch'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'qc-janitor-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const limits = { assetAgeMs: 1000, scratchAgeMs: 1000, factsAgeMs: 1000, factsBytes: 250 }

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
    await tidy(dataDir, limits)
    await expect(readdir(join(dataDir, 'assets'))).resolves.toEqual(['new'])
  })

  it('removes the scratch of dead processes at once, and that of living ones when it is old', async () => {
    await folder('scratch/4194300-dead')
    await folder(`scratch/${process.ppid}-old`, { ageMs: 2000 })
    const { dir, remove } = await createScratch(dataDir)
    await tidy(dataDir, limits)
    expect((await readdir(join(dataDir, 'scratch'))).map((name) => join(dataDir, 'scratch', name))).toEqual([
      dir,
    ])
    await remove()
  })

  it('keeps the cache of facts within its age and size, the newest first', async () => {
    await folder('facts/a/1', { ageMs: 2000 })
    await folder('facts/b/1', { ageMs: 500, bytes: 200 })
    await folder('facts/c/1', { ageMs: 100, bytes: 200 })
    await tidy(dataDir, limits)
    await expect(readdir(join(dataDir, 'facts', 'a'))).resolves.toEqual([])
    await expect(readdir(join(dataDir, 'facts', 'b'))).resolves.toEqual([])
    await expect(readdir(join(dataDir, 'facts', 'c'))).resolves.toEqual(['1'])
  })

  it('does nothing in a new data directory', async () => {
    await expect(tidy(dataDir, limits)).resolves.toEqual([])
  })
})

describe('hostIdOf', () => {
  it('makes an id once and keeps it, also when two ask at the same time', async () => {
    const dir = join(dataDir, 'new')
    const [first, second] = await Promise.all([hostIdOf(dir), hostIdOf(dir)])
    expect(first).toMatch(/^[0-9a-f]{12}$/)
    expect([second, await hostIdOf(dir)]).toEqual([first, first])
  })

  it('names a file that holds something else', async () => {
    await writeFile(join(dataDir, 'host-id'), 'two\nlines')
    await expect(hostIdOf(dataDir)).rejects.toThrow(/host-id holds "two\\nlines", expected/)
  })
})
