import type { Upload } from '../../workflows/contract'
import { type ActivityWorld, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
beforeAll(async () => {
  world = await openActivityWorld()
})
afterAll(() => world.close())

async function runSteps(upload: Upload) {
  const { download, preflight, checks, uploadReport, moveToProcessed } = world.activities
  const { rejection } = await perform(download, upload)
  const plan = await perform(preflight, upload, rejection)
  const receipt = await perform(uploadReport, upload, await perform(checks, upload, plan))
  return perform(moveToProcessed, upload, receipt)
}

/** The calls of one upload, once `_PROCESSED` is known. */
async function callsOf(name: string) {
  const upload = await world.put(name, Buffer.concat([png, Buffer.from(name)]))
  const before = (await world.control.requests()).length
  await expect(runSteps(upload)).resolves.toMatchObject({ location: 'moved' })
  const since = (await world.control.requests()).slice(before)
  const calls = (wanted: string) =>
    since.filter(({ origin }) => origin === wanted).map(({ method, path }) => `${method} ${path}`)
  const file = `/2.0/files/${upload.fileId}`
  expect(calls('upload')).toEqual(['POST /2.0/files/content'])
  return { file, calls: calls('api') }
}

it('takes four API calls and one upload for a file, with the verdict on the source', async () => {
  world.clients.set('acme', { ...world.client, verdictOn: 'source' })
  await runSteps(await world.put('first.png', png))
  const { file, calls } = await callsOf('second.png')
  expect(calls).toEqual([`GET ${file}`, `GET ${file}/content`, `GET ${file}`, `PUT ${file}`])
})

it('takes one call more for the verdict on the report', async () => {
  world.clients.set('acme', { ...world.client, verdictOn: 'source_and_report' })
  const { file, calls } = await callsOf('third.png')
  const onReport = expect.stringMatching(/^PUT \/2\.0\/files\/\d+$/)
  expect(calls).toEqual([`GET ${file}`, `GET ${file}/content`, `GET ${file}`, onReport, `PUT ${file}`])
  expect(calls[3]).not.toBe(calls[4])
})
