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

it('takes four API calls and one upload for a file, once _PROCESSED is known', async () => {
  await runSteps(await world.put('first.png', png))
  const upload = await world.put('second.png', Buffer.concat([png, Buffer.from('2')]))
  const before = (await world.control.requests()).length
  await expect(runSteps(upload)).resolves.toMatchObject({ location: 'moved' })
  const since = (await world.control.requests()).slice(before)
  const calls = (wanted: string) =>
    since.filter(({ origin }) => origin === wanted).map(({ method, path }) => `${method} ${path}`)
  const file = `/2.0/files/${upload.fileId}`
  expect(calls('api')).toEqual([`GET ${file}`, `GET ${file}/content`, `GET ${file}`, `PUT ${file}`])
  expect(calls('upload')).toEqual(['POST /2.0/files/content'])
})
