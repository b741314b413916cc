import type { ControlClient } from '../../sandbox/simulated-box/control-client'
import { mapSteps } from '../../workflows/steps'
import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf } from '../support/ledger'
import { noise } from '../support/noise'

jest.setTimeout(180_000)

type FaultOrder = Parameters<ControlClient['fault']>[0]
type Trouble = Pick<FaultOrder, 'kind'> & Record<string, unknown>

let qc: Installation
let runs: Map<string, Promise<Asset>>

const refusals: Record<string, Trouble> = {
  '429 with seconds': { kind: 'answer', status: 429, headers: { 'retry-after': '1' } },
  '429 with a date': { kind: 'answer', status: 429, headers: { 'retry-after': new Date(0).toUTCString() } },
  500: { kind: 'answer', status: 500 },
  "502 with a proxy's page": { kind: 'answer', status: 502, html: '<html><h1>502 Bad Gateway</h1></html>' },
  503: { kind: 'answer', status: 503 },
  'a reset': { kind: 'reset' },
  'no answer': { kind: 'hang' },
}
const appliedAllTheSame: Record<string, Trouble> = {
  '503, but applied': { kind: 'appliedAnswer', status: 503 },
  "502 with a proxy's page, but applied": {
    kind: 'appliedAnswer',
    status: 502,
    html: '<html>Bad Gateway</html>',
  },
  'a reset, but applied': { kind: 'appliedReset' },
  'no answer, but applied': { kind: 'appliedHang' },
}
const spoiltBodies: Record<string, Trouble> = {
  'a body that is cut': { kind: 'cutBody', afterBytes: 4_000 },
  'a body that stalls': { kind: 'stallBody', afterBytes: 4_000 },
  'a body of wrong bytes': { kind: 'wrongBytes' },
}
const brokenUploads: Record<string, Trouble> = {
  'a connection cut inside the body': { kind: 'cutUpload', afterBytes: 2_000 },
  'a connection that stalls inside the body': { kind: 'stallUpload', afterBytes: 2_000 },
}

/** Which call of a run gets the fault. Box knows the name of an upload only after it applied it. */
const calls: Record<string, { troubles: Record<string, Trouble>; match: (asset: Asset) => object }> = {
  'asked where the bytes are': {
    troubles: refusals,
    match: ({ fileId }) => ({ origin: 'api', path: `/2.0/files/${fileId}/content` }),
  },
  'asked for the bytes': {
    troubles: { ...refusals, ...spoiltBodies },
    match: ({ fileId }) => ({ origin: 'download', fileId }),
  },
  'given the report': {
    troubles: appliedAllTheSame,
    match: ({ client }) => ({ path: '/2.0/files/content', parentId: client.reports }),
  },
  'asked to create _PROCESSED': {
    troubles: appliedAllTheSame,
    match: ({ client }) => ({ method: 'POST', path: '/2.0/folders', parentId: client.incoming }),
  },
  'asked to move the source': {
    troubles: { ...refusals, ...appliedAllTheSame },
    match: ({ fileId }) => ({ method: 'PUT', path: `/2.0/files/${fileId}` }),
  },
}
const cases = Object.entries(calls).flatMap(([call, { troubles, match }]) =>
  Object.entries(troubles).map(([name, trouble]) => ({ name: `${name}, when ${call}`, trouble, match })),
)
/** Every upload of a report gets one of these, in any order. */
const uploadTroubles = { ...refusals, ...brokenUploads }

beforeAll(async () => {
  qc = await openInstallation({
    env: () => ({ QC_FFMPEG_SLOTS: '20', QC_MAX_UNFINISHED_ASSETS: '200' }),
    timings: {
      stepAttempts: { ...mapSteps(() => 4), uploadReport: 20 },
    },
  })
  const pooled = await Promise.all(
    Object.values(uploadTroubles).map((trouble) =>
      qc.box.control.fault({
        method: 'POST',
        path: '/2.0/files/content',
        userId: qc.box.serviceAccountId,
        ...trouble,
      } as FaultOrder),
    ),
  )
  runs = new Map(cases.map(({ name, trouble, match }, index) => [name, meet(index, trouble, match)]))
  // Each is awaited by its own test.
  void Promise.allSettled(runs.values())
  await Promise.all(pooled.map((fault) => fault.fired({ timeoutMs: 60_000 })))
}, 180_000)
afterAll(() => qc.stop())

async function meet(index: number, trouble: Trouble, match: (asset: Asset) => object): Promise<Asset> {
  const client = await qc.addClient(`trouble-${index}`)
  const { asset, fault } = await qc.beforeDelivery(async () => {
    const uploaded = await client.upload(`trouble ${index}.png`, await noise(index))
    return {
      asset: uploaded,
      fault: await qc.box.control.fault({ ...match(uploaded), ...trouble } as FaultOrder),
    }
  })
  await fault.fired({ timeoutMs: 90_000 }).catch((cause: unknown) => {
    const lines = qc
      .log()
      .split('\n')
      .filter((line) => line.includes(asset.fileId))
    throw new Error(`the run never reached its fault:\n${lines.join('\n')}`, { cause })
  })
  return asset
}

describe('Box gives', () => {
  test.each(cases.map(({ name }) => name))('%s: one report, then the one move', async (name) => {
    const asset = await runs.get(name)!

    await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

    await expectFiledOnceThenMoved(qc, asset)
    expect((await ledgerOf(qc, asset)).reportVersions).toEqual([])
  })
})

test('Box lets all tokens expire while a file is downloaded: the run continues with a new one', async () => {
  const client = await qc.addClient('expired')
  const { asset, hold } = await qc.uploadHeld(client, 'expired.png', await noise(1_000), downloadOf)
  await hold.reached()
  const [last] = (await qc.box.control.requests()).slice(-1)
  await qc.box.control.expireTokens()
  await hold.release()

  await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

  await expectFiledOnceThenMoved(qc, asset)
  const after = await qc.box.control.requests(last!.seq)
  expect(after.filter(({ status }) => status === 401).length).toBeGreaterThan(0)
  expect(after.filter(({ path, applied }) => path === '/oauth2/token' && applied).length).toBeGreaterThan(0)
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))
