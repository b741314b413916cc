import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'

/** For a process that asks Box nothing: a key pair in the form of the console's export. */
export function writeJwtConfig(file: string): void {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 's' },
  })
  const appAuth = { publicKeyID: 'k', privateKey, passphrase: 's' }
  const boxAppSettings = { clientID: 'c', clientSecret: 's', appAuth }
  writeFileSync(file, JSON.stringify({ boxAppSettings, enterpriseID: '1' }))
}
