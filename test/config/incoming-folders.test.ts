import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadConfig } from '../../config/load-config'
import { openConfig } from '../../config/open-config'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-folders-'))
  const profile = (title: string, extension: string) =>
    `title: ${title}\nmedia: [image]\nextensions: [${extension}]\nmaxBytes: 1\n`
  writeFileSync(join(folder, 'still.yaml'), profile('Still', 'jpg'))
  writeFileSync(join(folder, 'video.yaml'), profile('Video', 'mp4'))
  writeFileSync(
    join(folder, 'clients'),
    'acme: { name: A, profiles: [still, video], box_folder_id: { 1: video, 2: ' +
      '"" }, box_reports_folder_id: 3, default_profile: still, mode: shadow }\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

function open() {
  const config = loadConfig({
    QC_CLIENTS_FILE: join(folder, 'clients'),
    QC_PROFILES_DIR: folder,
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
  })
  return openConfig(config, { report: () => undefined })
}

it('a folder’s own profile wins; the others follow the client’s default and its override', async () => {
  const { incomingFolders: folders, defaults, clients } = open()
  const common = { clientId: 'acme', mode: 'shadow', problem: undefined }
  expect(folders.find('1')).toEqual({ ...common, folderId: '1', profileId: 'video', extensions: ['mp4'] })
  expect(folders.find('2')).toEqual({ ...common, folderId: '2', profileId: 'still', extensions: ['jpg'] })
  expect(folders.find('3')).toBeUndefined()
  const acme = clients().get('acme')
  if (acme === undefined) throw new Error('no acme')
  await defaults.set(acme, 'video', 'jo')
  expect(folders.find('2')).toMatchObject({ profileId: 'video', extensions: ['mp4'] })
  expect(folders.all().map(({ folderId }) => folderId)).toEqual(['1', '2'])
})

it('a profile that is gone, or a broken override, is reported and stops nothing', () => {
  const { incomingFolders: folders } = open()
  writeFileSync(join(folder, 'client_defaults.json'), '{')
  expect(folders.find('2')).toMatchObject({
    profileId: 'still',
    problem: expect.stringContaining('is not JSON') as string,
  })
  rmSync(join(folder, 'video.yaml'))
  expect(folders.find('1')).toMatchObject({
    profileId: 'video',
    extensions: undefined,
    problem: 'profile video of client acme is missing',
  })
})
