import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'

import type { Config } from '../config/load-config'
import { oidcSettings } from '../config/oidc-settings'
import { readJwtConfig } from '../config/read-jwt-config'
import { createSignatureKeys } from '../config/signature-keys'
import { messageOf, plural } from '../workflows/text'
import { configProblems } from './client-problems'
import { type Diagnosis, type Examination, fail, pass, warn } from './diagnosis'

export const clientsAndProfiles: Examination = {
  what: 'clients and profiles',
  examine({ opened, config }) {
    const { clients, profiles, defaults, waivers, problems: fileProblems } = opened()
    const found = { clients: clients(), profiles: profiles(), defaults }
    const { files } = config()
    const [broken, brokenWaivers] = [defaults.problem(), waivers.problem()]
    const problems = [...fileProblems().map(({ message }) => message), ...configProblems(found)].filter(
      (problem) => problem !== broken && problem !== brokenWaivers,
    )
    const state =
      problems.length === 0
        ? pass(
            this.what,
            `${plural(found.clients.size, 'client')}, ${plural(found.profiles.size, 'profile')}`,
          )
        : fail(this.what, problems.join('; '), `Correct ${files.clients} and ${files.profiles}`)
    const remedy = `Correct or remove ${files.clientDefaults}`
    return Promise.resolve([
      state,
      ...(broken === undefined ? [] : [warn('default profiles', broken, remedy)]),
      ...(brokenWaivers === undefined
        ? []
        : [warn('accepted findings', brokenWaivers, `Correct or remove ${files.waivers}`)]),
    ])
  },
}

export const jwtConfiguration: Examination = {
  what: 'JWT configuration',
  examine: ({ config }) => Promise.resolve(jwtFile(config())),
}

export const signatureKeys: Examination = {
  what: 'signature keys',
  examine: ({ config }) => Promise.resolve(keysOf(config())),
}

/** Nothing as long as no OpenID provider signs people in. */
export const signInProvider: Examination = {
  what: 'sign-in provider',
  examine: ({ config }) => Promise.resolve(providerOf(config())),
}

function jwtFile({ box: { jwtConfigFile } }: Config): Diagnosis[] {
  const what = 'JWT configuration'
  try {
    readJwtConfig(jwtConfigFile)
  } catch (error) {
    return [
      fail(
        what,
        messageOf(error),
        'Export it in the Box Developer Console: Configuration, Generate a keypair',
      ),
    ]
  }
  return [privacyOf(what, jwtConfigFile ?? '')]
}

function keysOf({ box }: Config): Diagnosis[] {
  const problems: string[] = []
  const keys = createSignatureKeys(box.signatureKeys, ({ message }) => problems.push(message))()
  const remedy =
    'Developer Console, Manage Signature Keys; BOX_WEBHOOK_PRIMARY_KEY_FILE and _SECONDARY_KEY_FILE'
  if (keys.primary === undefined && keys.secondary === undefined)
    return [fail('signature keys', problems.join('; ') || 'none is set', remedy)]
  const one = keys.primary === undefined || keys.secondary === undefined
  return [
    one
      ? warn('signature keys', `one of two is set; a rotation needs both. ${problems.join('; ')}`, remedy)
      : pass('signature keys', 'both are set'),
    ...Object.values(box.signatureKeys).flatMap(({ file }) =>
      file === undefined || problems.length > 0 ? [] : [privacyOf('signature key file', file)],
    ),
  ]
}

function providerOf({ pages }: Config): Diagnosis[] {
  const what = 'sign-in provider'
  try {
    const settings = oidcSettings(pages)
    if (settings === undefined) return []
    const file = pages.oidc.clientSecretFile
    return [
      pass(what, `${settings.issuer} signs people in to the admin pages`),
      ...(file === '' ? [] : [privacyOf('client secret file', file)]),
    ]
  } catch (error) {
    return [fail(what, messageOf(error), 'Correct the settings PAGES_OIDC_…, then restart the admin pages')]
  }
}

/** A file with a secret is for its owner only. */
function privacyOf(what: Diagnosis['what'], file: string): Diagnosis {
  const mode = statSync(file).mode & 0o777
  const text = `${file} has mode ${mode.toString(8)}`
  return (mode & 0o077) === 0
    ? pass(what, text)
    : warn(what, `${text}: others can read it`, `chmod 600 ${file}`)
}

export const disk: Examination = {
  what: 'disk',
  async examine({ config }) {
    const { dataDir, diskReserveBytes } = config().worker
    if (!existsSync(dataDir)) return [pass(this.what, `${dataDir} is not on this host: no worker runs here`)]
    const { bavail, bsize } = await statfs(dataDir)
    const evidence = `${gibibytes(bavail * bsize)} free in ${dataDir}, reserve ${gibibytes(diskReserveBytes)}`
    if (bavail * bsize < diskReserveBytes)
      return [
        fail(
          this.what,
          `${evidence}: this host downloads nothing`,
          'Free space, or lower QC_DISK_RESERVE_BYTES',
        ),
      ]
    return bavail * bsize < 2 * diskReserveBytes
      ? [warn(this.what, evidence, 'Free space soon: below the reserve this host downloads nothing')]
      : [pass(this.what, evidence)]
  },
}

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`
}
