import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClientDefaultsStore } from '../../config/client-defaults'
import { createClientsStore } from '../../config/clients'
import { createIncomingFolders } from '../../config/incoming-folders'
import { createProfilesStore } from '../../config/profiles'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-folders-'))
  const profile = (title: string, extension: string) =>
    `title: ${title}\nmedia: [image]\nextensions: [${extension}]\nmaxBytes: 1\n`
  writeFileSync(join(folder, 'still.yaml'), profile('Still', 'jpg'))
  writeFileSync(join(folder, 'film.yaml'), profile('Film', 'mp4'))
  writeFileSync(
    join(folder, 'clients'),
    'acme: { name: A, profiles: [still, film], box_folder_id: { 1: film, 2: "" }, box_reports_folder_id: 3, default_profile: still, mode: shadow }\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

function open() {
  const ignore = () => undefined
  const profiles = createProfilesStore(folder, ignore)
  const clients = createClientsStore(join(folder, 'clients'), () => profiles.current().keys(), ignore)
  const defaults = createClientDefaultsStore(join(folder, 'client_defaults.json'), () =>
    profiles.current().keys(),
  )
  return { defaults, clients, folders: createIncomingFolders({ clients, profiles, defaults }) }
}

it('a folder’s own profile wins; the others follow the client’s default and its override', async () => {
  const { folders, defaults, clients } = open()
  const place = { clientId: 'acme', mode: 'shadow', problem: undefined }
  expect(folders.find('1')).toEqual({ ...place, folderId: '1', profileId: 'film', extensions: ['mp4'] })
  expect(folders.find('2')).toEqual({ ...place, folderId: '2', profileId: 'still', extensions: ['jpg'] })
  expect(folders.find('3')).toBeUndefined()
  const acme = clients.current().get('acme')
  if (acme === undefined) throw new Error('no acme')
  await defaults.set(acme, 'film', 'jo')
  expect(folders.find('2')).toMatchObject({ profileId: 'film', extensions: ['mp4'] })
  expect(folders.all().map(({ folderId }) => folderId)).toEqual(['1', '2'])
})

it('a profile that is gone, or a broken override, is told and stops nothing', () => {
  const { folders } = open()
  writeFileSync(join(folder, 'client_defaults.json'), '{')
  expect(folders.find('2')).toMatchObject({
    profileId: 'still',
    problem: expect.stringContaining('is not JSON') as string,
  })
  rmSync(join(folder, 'film.yaml'))
  expect(folders.find('1')).toMatchObject({
    profileId: 'film',
    extensions: undefined,
    problem: 'profile film of client acme is not there',
  })
})
