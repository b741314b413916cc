import { untilLogged } from '../support/await-run'
import { expectReadableAnswers } from '../support/box-answers'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { ledgerOf } from '../support/ledger'
import { image } from '../support/small-assets'

let qc: Installation

beforeAll(async () => {
  // Hosts that hold few assets and analyse one at a time, and runs that lose their patience at once.
  const env = () => ({ QC_FFMPEG_SLOTS: '1', QC_MAX_UNFINISHED_ASSETS: '3' })
  qc = await openInstallation({ workers: 2, env, timings: { hostWaitMs: 500 } })
})
afterAll(() => qc.stop())

test('two busy hosts share the work, and each file is fetched once: busy is not dead', async () => {
  const client = await qc.addClient('crowd')
  const assets = await Promise.all(
    Array.from({ length: 24 }, async (_, index) => client.upload(`${index}.png`, await image(index))),
  )

  const results = await Promise.all(assets.map((asset) => qc.result(asset, 120_000)))

  expect(results.map(({ outcome }) => outcome)).toEqual(assets.map(() => 'done'))
  const ledgers = await Promise.all(assets.map((asset) => ledgerOf(qc, asset)))
  expect(ledgers.map(({ downloads }) => downloads.length)).toEqual(assets.map(() => 1))
  for (const worker of qc.workers) await untilLogged(worker.log, 'Box webhook: downloaded ')
  await qc.untilLogged('intake is closed: 3 assets are unfinished')
}, 150_000)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))
