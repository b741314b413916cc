import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved } from '../support/ledger'
import { image } from '../support/small-assets'
import { openTcpGate, type TcpGate } from '../support/tcp-gate'
import { temporalAddress } from '../support/temporal-server'

jest.setTimeout(120_000)

let gate: TcpGate
let qc: Installation

beforeAll(async () => {
  gate = await openTcpGate(temporalAddress())
  // Box comes again after a few hundredths of a second instead of seconds.
  qc = await openInstallation({
    env: () => ({ TEMPORAL_ADDRESS: gate.address }),
    box: { clock: { scale: 100 } },
  })
})
afterAll(async () => {
  await qc.stop()
  await gate.stop()
})

/** Box keeps its delivery back until the gate is set. */
const uploaded = async (name: string, shade: number, act: (asset: Asset) => Promise<void> | void) => {
  const client = await qc.addClient(name)
  return qc.beforeDelivery(async () => {
    const asset = await client.upload(`${name}.png`, await image(shade))
    await act(asset)
    return asset
  })
}

test('a gateway killed before Temporal got the start: Box delivers again, one report', async () => {
  let reached = Promise.resolve()
  const asset = await uploaded('unheard', 1, ({ workflowId }) => {
    reached = gate.stopRequest(workflowId)
  })
  await reached
  await qc.gateway.kill('SIGKILL')
  gate.open()
  await expect(asset.run.describe()).rejects.toThrow(/not found/i)
  await qc.startGateway()

  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })

  await expectFiledOnceThenMoved(qc, asset)
  expect((await triesOf(asset)).length).toBeGreaterThan(1)
})

test('a gateway killed after Temporal stored the start: Box delivers again, one report', async () => {
  const worker = qc.workers[0]!
  await worker.kill('SIGSTOP')
  const asset = await uploaded('stored', 2, () => gate.stopAnswers())
  await untilStored(asset)
  await qc.gateway.kill('SIGKILL')
  gate.open()
  await worker.kill('SIGCONT')
  await qc.startGateway()

  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done' })

  await expectFiledOnceThenMoved(qc, asset)
  const tries = await triesOf(asset)
  expect(tries.length).toBeGreaterThan(1)
  expect(tries.at(-1)).toMatchObject({ status: 200 })
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

async function untilStored(asset: Asset): Promise<void> {
  for (const deadline = Date.now() + 20_000; ;) {
    try {
      await asset.run.describe()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}

async function triesOf({ fileId, versionId }: Asset) {
  const deliveries = await qc.box.control.deliveries()
  return (
    deliveries.find(({ sourceId, body }) => sourceId === fileId && body.includes(`"${versionId}"`))?.tries ??
    []
  )
}
