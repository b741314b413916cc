import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { ConfigError } from '../../config/config-error'
import { loadConfig } from '../../config/load-config'
import { openConfig } from '../../config/open-config'

let folder: string
let reported: string[]
beforeEach(() => {
  reported = []
  folder = mkdtempSync(join(tmpdir(), 'qc-open-config-'))
  mkdirSync(join(folder, 'profiles'))
  writeProfile('still')
})
afterEach(() => {
  jest.useRealTimers()
  rmSync(folder, { recursive: true })
})

const writeProfile = (id: string, title = id) =>
  writeFileSync(
    join(folder, 'profiles', `${id}.yaml`),
    `title: ${title}\nmedia: [image]\nextensions: [jpg]\nmaxBytes: 1\n`,
  )
const writeClients = (...entries: string[]) => writeFileSync(join(folder, 'clients.yaml'), entries.join(''))
const client = (id: string, incoming: number, profile = 'still') =>
  `${id}: { name: ${id}, profiles: [${profile}], default_profile: ${profile}, ` +
  `box_folder_id: ${incoming}, box_reports_folder_id: ${incoming + 1} }\n`

function open() {
  const config = loadConfig({
    QC_CLIENTS_FILE: join(folder, 'clients.yaml'),
    QC_PROFILES_DIR: join(folder, 'profiles'),
    QC_CLIENT_DEFAULTS_FILE: join(folder, 'client_defaults.json'),
  })
  const report = ({ message }: { message: string }) => reported.push(message)
  return openConfig(config, {
    report,
    checkProfile: ({ title }) => (title === 'bad' ? ['bad: is wrong'] : []),
  })
}

it('sees changed, new and removed clients and profiles without a restart', () => {
  writeClients(client('acme', 10))
  const { clients, profiles, problems } = open()
  writeProfile('video')
  writeClients(client('acme', 30), client('beta', 20, 'video'))
  expect(clients().get('acme')?.reportsFolderId).toBe('31')
  expect([...clients().keys()]).toEqual(['acme', 'beta'])
  expect([...profiles().keys()]).toEqual(['still', 'video'])
  writeClients(client('beta', 20, 'video'))
  expect([...clients().keys()]).toEqual(['beta'])
  expect(problems()).toEqual([])
})

it.each(['clients.yaml', 'profiles', 'profiles/still.yaml'])(
  'a %s that cannot be looked at is told',
  (name) => {
    // A link to itself, for which root has no permission either.
    const breakIt = () => {
      rmSync(join(folder, name), { recursive: true })
      symlinkSync(basename(name), join(folder, name))
    }
    writeClients(client('acme', 10))
    const { clients, problems } = open()
    breakIt()
    expect([...clients().keys()]).toEqual(['acme'])
    expect(problems()).toMatchObject([{ message: expect.stringMatching(/ELOOP|still/) }])
    if (name !== 'profiles/still.yaml') expect(open).toThrow(ConfigError)
  },
)

it('a client that names a profile which arrives a moment later is there from then on', () => {
  writeClients(client('acme', 10))
  const { clients, incomingFolders, problems } = open()
  writeClients(client('acme', 10), client('beta', 20, 'video'))
  expect(incomingFolders.find('20')).toBeUndefined()
  expect(problems()).toHaveLength(1)
  writeProfile('video')
  expect(incomingFolders.find('20')).toMatchObject({ clientId: 'beta', profileId: 'video' })
  expect([...clients().keys()]).toEqual(['acme', 'beta'])
  expect(problems()).toEqual([])
})

it('a load that failed is tried again although no stamp has changed, and reported once', () => {
  jest.useFakeTimers()
  writeClients(client('acme', 10))
  let isWrong = false
  const config = loadConfig({
    QC_CLIENTS_FILE: join(folder, 'clients.yaml'),
    QC_PROFILES_DIR: join(folder, 'profiles'),
  })
  const { profiles } = openConfig(config, {
    report: ({ message }) => reported.push(message),
    checkProfile: () => (isWrong ? ['still: the disk failed'] : []),
  })
  isWrong = true
  writeProfile('still', 'Renamed')
  expect(profiles().get('still')?.title).toBe('still')
  isWrong = false
  expect(profiles().get('still')?.title).toBe('still')
  // The time of day is set back meanwhile.
  jest.setSystemTime(Date.now() - 3_600_000)
  jest.advanceTimersByTime(1_000)
  expect(profiles().get('still')?.title).toBe('Renamed')
  expect(reported).toEqual(['still: the disk failed. The last good version of still stays in use'])
})

describe('one broken client', () => {
  const broken = client('beta', 20).replace('name: beta, ', '')

  it('does not stop the others at the start, and is reported by name', () => {
    writeClients(client('acme', 10), broken)
    expect([...open().clients().keys()]).toEqual(['acme'])
    expect(reported).toEqual(['beta: name is missing, expected a text. beta is not in use'])
  })

  it('keeps its last good version at a reload, while the others change', () => {
    writeClients(client('acme', 10), client('beta', 20))
    const { clients } = open()
    writeClients(client('acme', 30), broken.replace('20', '40'))
    expect(clients().get('acme')?.reportsFolderId).toBe('31')
    expect(clients().get('beta')?.incomingFolders[0]?.folderId).toBe('20')
    expect(reported).toEqual([
      'beta: name is missing, expected a text. The last good version of beta stays in use',
    ])
  })

  it('gives up its last good version when another client took over its folder', () => {
    writeClients(client('acme', 10), client('beta', 20))
    const { clients, incomingFolders } = open()
    writeClients(client('acme', 20), broken)
    expect([...clients().keys()]).toEqual(['acme'])
    expect(incomingFolders.find('20')?.clientId).toBe('acme')
  })

  it('that claims the folder of another one takes nothing from it', () => {
    writeClients(client('acme', 10))
    const { incomingFolders } = open()
    writeClients(client('aaa', 10), client('acme', 10))
    expect(incomingFolders.find('10')?.clientId).toBe('acme')
  })
})

it.each([
  ['cut down to its comment', '# The clients whose assets are checked.\n', 'has no entry'],
  ['emptied', '', 'expected one entry per client'],
  ['half written', 'acme: [', 'is not YAML'],
])('a clients.yaml that was %s keeps the last good version', (_, text, problem) => {
  writeClients(client('acme', 10))
  const { clients, problems } = open()
  writeClients(text)
  expect([...clients().keys()]).toEqual(['acme'])
  expect(problems()).toMatchObject([{ message: expect.stringContaining(problem) as string }])
  expect(reported).toHaveLength(1)
  writeClients(client('acme', 10))
  expect(problems()).toEqual([])
})

it('a missing clients.yaml, or an emptied folder of profiles, keeps the last good version', () => {
  writeClients(client('acme', 10))
  const { clients, profiles, problems } = open()
  rmSync(join(folder, 'clients.yaml'))
  rmSync(join(folder, 'profiles', 'still.yaml'))
  expect([...clients().keys()]).toEqual(['acme'])
  expect([...profiles().keys()]).toEqual(['still'])
  expect(problems()).toHaveLength(2)
})

it('a profile whose settings are wrong keeps its last good version', () => {
  writeClients(client('acme', 10))
  const { profiles, problems } = open()
  writeProfile('still', 'bad')
  expect(profiles().get('still')?.title).toBe('still')
  expect(problems()).toMatchObject([{ source: join(folder, 'profiles') }])
})

it('a broken client_defaults.json is a problem, and the static default is used', () => {
  writeClients(client('acme', 10))
  const { incomingFolders, problems } = open()
  writeFileSync(join(folder, 'client_defaults.json'), '{')
  expect(problems()).toMatchObject([{ message: expect.stringContaining('is not JSON') as string }])
  expect(incomingFolders.find('10')).toMatchObject({ profileId: 'still' })
})

describe('the start stops', () => {
  it('without a clients.yaml', () => expect(open).toThrow(/cannot be read.*QC_CLIENTS_FILE/))

  it('when no client can be used', () => {
    writeClients(client('acme', 10, 'nowhere'))
    expect(open).toThrow(ConfigError)
  })

  it('but not when there is no client yet', () => {
    writeClients('# No clients yet.\n')
    expect(open().clients().size).toBe(0)
  })
})

it.each([
  [undefined, 'is not set'],
  ['/nowhere/jwt.json', 'which cannot be read'],
  [__filename, 'which is not JSON'],
  [join(__dirname, '../../package.json'), 'which lacks boxAppSettings.clientID, boxAppSettings.clientSecret'],
])('a JWT file %s is named without its content', (file, problem) => {
  writeClients(client('acme', 10))
  const config = loadConfig({
    QC_CLIENTS_FILE: join(folder, 'clients.yaml'),
    ...(file === undefined ? {} : { BOX_JWT_CONFIG_FILE: file }),
  })
  const { jwtConfig } = openConfig(
    { ...config, files: { ...config.files, profiles: join(folder, 'profiles') } },
    {
      report: () => undefined,
    },
  )
  expect(jwtConfig).toThrow(problem)
})
