import { generateKeyPair, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { App, User } from './model'
import type { Store } from './store'

export interface NewApp {
  name: string
  primaryKey?: string
  secondaryKey?: string
}

/**
 * Registers a custom app with JWT and its service account, and writes the config file in the form that Box's
 * console exports: encrypted PKCS#8 key and passphrase, readable by the owner only.
 */
export async function createApp(
  store: Store,
  directory: string,
  { name, primaryKey, secondaryKey }: NewApp,
): Promise<App> {
  const id = store.nextId('app')
  const passphrase = randomBytes(16).toString('hex')
  const keys = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase },
  })
  const account = serviceAccount(store, id, name)
  const app: App = {
    id,
    name,
    clientId: randomBytes(16).toString('hex'),
    clientSecret: randomBytes(16).toString('hex'),
    publicKeyId: randomBytes(4).toString('hex'),
    publicKeyPem: keys.publicKey,
    serviceAccountId: account.id,
    jwtConfigFile: join(directory, `jwt-config-${id}.json`),
    primaryKey: primaryKey ?? randomBytes(24).toString('base64url'),
    secondaryKey: secondaryKey ?? randomBytes(24).toString('base64url'),
    writesFiles: true,
    managesWebhooks: true,
    isAuthorized: true,
  }
  const config = {
    boxAppSettings: {
      clientID: app.clientId,
      clientSecret: app.clientSecret,
      appAuth: { publicKeyID: app.publicKeyId, privateKey: keys.privateKey, passphrase },
    },
    enterpriseID: store.enterpriseId,
  }
  await writeFile(app.jwtConfigFile, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 })
  store.users.set(account.id, account)
  store.apps.set(id, app)
  store.changed()
  return app
}

function serviceAccount(store: Store, appId: string, name: string): User {
  const suffix = randomBytes(5).toString('base64url').replace(/[-_]/g, 'x')
  return {
    id: store.nextId('user'),
    name,
    login: `AutomationUser_${appId}_${suffix}@boxdevedition.com`,
    kind: 'service',
    createdAt: new Date().toISOString(),
  }
}
