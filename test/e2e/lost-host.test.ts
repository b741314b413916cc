import { untilLogged } from '../support/await-run'
import { expectReadableAnswers } from '../support/box-answers'
import { reportOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf } from '../support/ledger'
import { image } from '../support/small-assets'

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation({ workers: 2 })
})
afterAll(() => qc.stop())

// A killed worker counts as alive until its last poll is 65 seconds old: a busy host must not be taken for a
// dead one.
test('a host that dies with the file is replaced: another one files the report, once', async () => {
  const client = await qc.addClient('orphans')
  const { asset, hold } = await qc.uploadHeld(client, 'orphan.png', await image(1), reportOf)
  await hold.reached()
  const [dead, heir] = qc.workers[0]!.log().includes('downloaded orphan.png')
    ? qc.workers
    : [...qc.workers].reverse()
  await dead!.kill('SIGKILL')
  await hold.release()

  await expect(qc.result(asset, 120_000)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

  await expectFiledOnceThenMoved(qc, asset)
  expect((await ledgerOf(qc, asset)).downloads).toHaveLength(2)
  await untilLogged(heir!.log, 'Box webhook: downloaded orphan.png')
}, 150_000)

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))
