import { readFileSync } from 'node:fs'
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createBox } from '../../../box/create-box'
import { createStore } from '../../../activities/store/create-store'
import { ControlClient } from '../../../sandbox/simulated-box/control-client'
import { startProductProcess } from '../../support/product-process'

const megabyte = 1 << 20

/** The simulated Box runs as a process of its own, so that this one's memory is the download's. */
it('holds no more than a few pieces of a 300 MB asset in memory', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'qc-memory-'))
  const env = { PATH: process.env.PATH ?? '' }
  const sim = await startProductProcess('sandbox/simulated-box/main.js', env, 'controlUrl', [
    '--state',
    join(dir, 'box'),
  ])
  try {
    const addresses: Record<string, string> = JSON.parse(await sim.untilLogged('controlUrl'))
    const {
      apiUrl = '',
      uploadUrl = '',
      oauthUrl = '',
      controlUrl = '',
      jwtConfigFile = '',
      adminId = '',
    } = addresses
    const control = new ControlClient(controlUrl)
    await control.setSwitches({ maxDirectUploadBytes: 400 * megabyte })
    const { folders } = await control.seed({
      folders: [{ key: 'in', name: 'IN' }],
      collaborations: [{ folder: 'in', user: 'serviceAccount', role: 'editor' }],
    })
    const path = join(dir, 'large.bin')
    await writeFile(path, 'x')
    await truncate(path, 300 * megabyte)
    const upload = await control.upload({
      userId: adminId,
      folderId: folders.in ?? '',
      name: 'large.bin',
      content: { path },
    })
    const box = createBox({
      jwtConfig: readFileSync(jwtConfigFile, 'utf8'),
      urls: { api: apiUrl, upload: uploadUrl, oauth: oauthUrl },
    })
    const store = createStore({ dataDir: join(dir, 'data'), reserveBytes: 0, box })

    const before = held()
    let peak = 0
    await store.ensureLocal(upload, {
      signal: new AbortController().signal,
      onProgress: () => {
        peak = Math.max(peak, held() - before)
      },
    })

    // Half of the asset: how much garbage is left depends on how busy the machine is.
    expect(peak / megabyte).toBeLessThan(150)
  } finally {
    await sim.kill('SIGTERM')
    await rm(dir, { recursive: true, force: true })
  }
})

function held(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
