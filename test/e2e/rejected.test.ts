import { expectReadableAnswers } from '../support/box-answers'
import type { Asset } from '../support/asset'
import { documented } from '../support/documented'
import { type Installation, openInstallation } from '../support/installation-under-test'
import { expectFiledOnceThenMoved, ledgerOf } from '../support/ledger'
import { reportIn } from '../support/report-in'
import { brokenImage, image } from '../support/small-assets'

jest.setTimeout(120_000)

let qc: Installation

beforeAll(async () => {
  qc = await openInstallation()
})
afterAll(() => qc.stop())

test.concurrent('a damaged image gets a report that says so, and is moved', async () => {
  const client = await qc.addClient('damaged')
  const asset = await client.upload('cut.jpg', await brokenImage())
  await expectRejected(asset, 'corrupt', /^The upload broke off\. /)
})

test.concurrent(
  'a file with nothing to tell what it is gets a report that says so, and is moved',
  async () => {
    const client = await qc.addClient('unknown')
    const asset = await client.upload('zeros.png', Buffer.alloc(5_000))
    await expectRejected(asset, 'corrupt', /damaged/)
  },
)

test.concurrent('an empty file gets a report that says so, and is moved, without a download', async () => {
  const client = await qc.addClient('empty')
  const asset = await client.upload('empty.png', Buffer.alloc(0))
  await expectRejected(asset, 'empty', /The file is empty/)
  expect((await ledgerOf(qc, asset)).downloads).toEqual([])
})

test.concurrent(
  'a web page with the extension of an image gets a report that says so, and is moved',
  async () => {
    const client = await qc.addClient('disguised')
    const asset = await client.upload(
      'poster.png',
      Buffer.from('<!doctype html><html><body>hello</body></html>'),
    )
    await expectRejected(asset, 'unexpected_type', /does not accept\. Deliver/)
  },
)

test.concurrent(
  "a file above the profile's maxBytes is reported from Box's metadata and never downloaded",
  async () => {
    const client = await qc.addClient('large', { profile: 'tiny' })
    const asset = await client.upload('large.png', Buffer.concat([await image(), Buffer.alloc(10_000)]))
    await expectRejected(asset, 'too_large', /expected at most 10 kB/)
    expect((await ledgerOf(qc, asset)).downloads).toEqual([])
  },
)

test.concurrent('a rejection cannot be accepted; a finding can, and the next report says so', async () => {
  const client = await qc.addClient('accepting', { profile: 'large' })
  const [broken, asset] = [
    await client.upload('cut.jpg', await brokenImage()),
    await client.upload('small.png', await image(9)),
  ]
  expect(await qc.result(asset)).toMatchObject({ verdict: 'fail' })
  await qc.result(broken)
  // By workflow id: in one namespace the simulated Boxes of other tests have files of the same ids.
  const add = ({ workflowId }: Asset, ...words: string[]) =>
    qc.admin('waivers', 'add', workflowId, ...words, '--reason', 'The client wants it small', '--json')
  const refused = await add(broken, '--check', 'file/integrity')
  expect(refused).toMatchObject({ code: 6, stderr: expect.stringContaining('nobody can accept') })
  expect(documented('waivers add', (await add(asset, '--finding', '1')).stdout)).toMatchObject({
    ...{ check: 'image/size', versionId: asset.versionId, isNew: true },
  })

  expect(await qc.admin('runs', 'rerun', asset.workflowId)).toMatchObject({ code: 0 })
  const watched = await qc.admin('runs', 'watch', asset.workflowId, '--json')
  expect(documented('runs watch', watched.stdout)).toMatchObject({ verdict: 'pass', score: 100 })
  const listed = await qc.admin('list-folder', client.reports, '--json')
  const { items } = documented('list-folder', listed.stdout) as { items: { id: string }[] }
  const descriptions = items.map(({ id }) =>
    qc.callBox(client.userId, 'GET', `/2.0/files/${id}?fields=description`),
  )
  expect(JSON.stringify(await Promise.all(descriptions))).toContain('QC pass, score 100, 1 accepted finding.')
})

test("every answer of Box in this file is one that Box's own SDK reads", () => expectReadableAnswers(qc))

async function expectRejected(asset: Asset, type: string, saying: RegExp): Promise<void> {
  const result = await qc.result(asset)
  const { report } = await expectFiledOnceThenMoved(qc, asset)
  expect(result).toMatchObject({ outcome: 'done', verdict: 'fail' })
  const { rejection, verdict } = reportIn(report)
  expect({ verdict, type: rejection?.type, message: rejection?.message }).toEqual({
    verdict: 'fail',
    type,
    message: expect.stringMatching(saying),
  })
  const shown = report.slice(0, report.indexOf('id="qc-report"'))
  expect(shown.replaceAll('&quot;', '"')).toContain(rejection?.message)
}
