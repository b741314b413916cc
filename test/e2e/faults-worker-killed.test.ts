import type { ControlClient } from '../../sandbox/simulated-box/control-client'
import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { downloadOf, movedOf, moveOf, reportOf } from '../support/hold-points'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf } from '../support/ledger'
import { noise } from '../support/noise'

jest.setTimeout(180_000)

type HoldOrder = Parameters<ControlClient['hold']>[0]

/** Where a run was when its worker died. */
interface Point {
  /** Orders the stop; what it returns waits until the run is there. */
  stop: (asset: Asset) => Promise<() => Promise<unknown>>
  /** The dead worker's own request is the one that did it: the next worker has to find that out. */
  doneByTheDead?: 'reports' | 'moves'
}

let qc: Installation
const assets = new Map<string, Asset>()
const releases: (() => Promise<void>)[] = []

const held = (order: (asset: Asset) => HoldOrder, options: { applyAnyway?: boolean } = {}) => ({
  stop: async (asset: Asset) => {
    const hold = await qc.box.control.hold(order(asset))
    releases.push(() => hold.release(options))
    return () => hold.reached()
  },
})
const faulty = (order: (asset: Asset) => Parameters<ControlClient['fault']>[0]) => ({
  stop: async (asset: Asset) => {
    const fault = await qc.box.control.fault(order(asset))
    return () => fault.fired()
  },
})
const anyReport = () => ({ method: 'POST', path: '/2.0/files/content', userId: qc.box.serviceAccountId })

const laterPoints: Record<string, Point> = {
  'in uploadReport, with the report filed and the answer on its way': {
    ...held(reportOf),
    doneByTheDead: 'reports',
  },
  'in moveToProcessed, with _PROCESSED made and the answer on its way': held(({ client }) => ({
    ...{ method: 'POST', path: '/2.0/folders', parentId: client.incoming },
    at: 'after',
  })),
  'in moveToProcessed, before Box moved the source': held(moveOf),
  'in moveToProcessed, and Box moved the source after that': {
    ...held(moveOf, { applyAnyway: true }),
    doneByTheDead: 'moves',
  },
  'in moveToProcessed, with the source moved and the answer on its way': {
    ...held(movedOf),
    doneByTheDead: 'moves',
  },
}
/** Whose report it is, Box knows only once it has the body: so these runs come one after the other. */
const reportPoints: Record<string, Point> = {
  'in uploadReport, before Box took the report': held(() => ({ ...anyReport(), at: 'before' })),
  'in uploadReport, and Box may take the report after that': held(() => ({ ...anyReport(), at: 'before' }), {
    applyAnyway: true,
  }),
  'in uploadReport, inside the body': faulty(() => ({
    ...anyReport(),
    kind: 'stallUpload',
    afterBytes: 2_000,
  })),
}
const downloadPoints: Record<string, Point> = {
  'in download, before Box sent a byte': held(downloadOf),
  'in download, inside the body': faulty(({ fileId }) => ({
    origin: 'download',
    fileId,
    kind: 'stallBody',
    afterBytes: 4_000,
  })),
}
const points = { ...downloadPoints, ...reportPoints, ...laterPoints }

beforeAll(async () => {
  qc = await openInstallation({ env: () => ({ QC_FFMPEG_SLOTS: '12' }) })
  await allUpTo(laterPoints)
  for (const [name, point] of Object.entries(reportPoints)) await runUpTo(name, point)
  await allUpTo(downloadPoints)

  await qc.workers[0]?.kill('SIGKILL')
  await Promise.all(releases.map((release) => release()))
  await qc.startWorker(qc.workers[0]?.dataDir)
}, 180_000)
afterAll(() => qc.stop())

const allUpTo = (some: Record<string, Point>) =>
  Promise.all(Object.entries(some).map(([name, point]) => runUpTo(name, point)))

async function runUpTo(name: string, point: Point): Promise<void> {
  const index = Object.keys(points).indexOf(name)
  const client = await qc.addClient(`killed-${index}`)
  const untilThere = await qc.beforeDelivery(async () => {
    const asset = await client.upload(`killed ${index}.png`, await noise(index))
    assets.set(name, asset)
    return point.stop(asset)
  })
  await untilThere()
}

describe('a worker killed', () => {
  test.each(Object.entries(points))(
    '%s: nothing is lost, and nothing is done twice',
    async (name, { doneByTheDead }) => {
      const asset = assets.get(name)!

      await expect(qc.result(asset)).resolves.toMatchObject({ outcome: 'done', verdict: 'pass' })

      const { report } = await expectFiledOnceThenMoved(qc, asset)
      expect(report).toContain(asset.sha1)
      const ledger = await ledgerOf(qc, asset)
      expect(ledger.reportVersions).toEqual([])
      if (doneByTheDead !== undefined) expect(ledger[doneByTheDead][0]).toHaveProperty('faultId')
    },
  )

  test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))
})
