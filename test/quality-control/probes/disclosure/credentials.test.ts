import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DisclosureFacts } from '../../../../quality-control/facts/file'
import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { credentialsOf } from '../../../../quality-control/probes/disclosure/credentials-of'
import { describeDisclosure, disclosureIn } from '../../../../quality-control/probes/disclosure/disclosure-in'

let folder: string
let signed: Buffer
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-c2pa-'))
  execFileSync(process.execPath, [join(__dirname, '../../../support/sign-c2pa.mjs'), folder])
  signed = readFileSync(join(folder, 'signed.jpg'))
})
afterAll(() => {
  stopPooledChildren()
  rmSync(folder, { recursive: true })
})

function read(
  bytes: Buffer,
  c2paTrustFile?: string,
  mime = 'image/jpeg',
): Promise<DisclosureFacts | undefined> {
  const path = join(folder, 'source')
  writeFileSync(path, bytes)
  const limits = { searchPath: process.env.PATH ?? '', timeoutMs: 60_000, memoryBytes: 4e9, maxPixels: 1e6 }
  return disclosureIn(
    { path, signal: new AbortController().signal, limits: { ...limits, c2paTrustFile } },
    mime,
  )
}

/** The same file with one byte changed, behind the first place of this text. */
function changed(after: string, distance: number): Buffer {
  const bytes = Buffer.from(signed)
  const at = bytes.indexOf(after, 0, 'latin1') + distance
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

test('a signed file is valid; it is trusted only with the root of its signer on the list', async () => {
  const facts = await read(signed)
  expect(facts).toMatchObject({
    ...{ hasContentCredentials: true, digitalSourceTypes: ['trainedAlgorithmicMedia'] },
    credentials: { state: 'valid', signer: 'Test Signer, Acme', actions: ['created'], ingredientCount: 0 },
  })
  expect(describeDisclosure(facts)[0]).toEqual({
    label: 'Content Credentials',
    value: 'valid, from a signer on no trust list, signed by Test Signer, Acme',
  })
  expect((await read(signed, join(folder, 'root.pem')))?.credentials?.state).toBe('trusted')
})

test.each([
  ['its image was changed', () => changed('\xff\xda', 20), 'The file was changed after it was signed.'],
  ['a statement was changed', () => changed('trainedAlgorithmic', 1), /statement|damaged/],
  ['its manifest is cut short', () => signed.subarray(0, 1_500), /damaged|changed|C2PA/],
])('a file is not valid when %s', async (_, bytes, problem) => {
  const { credentials } = (await read(bytes())) ?? {}
  expect(credentials?.state).toBe('invalid')
  expect(credentials?.problem).toMatch(problem)
})

test('what the library does not know is not judged, and a file without says nothing', async () => {
  const matroska = Buffer.concat([Buffer.from('1a45dfa3a3428681', 'hex'), Buffer.alloc(64), signed])
  const facts = await read(matroska, undefined, 'video/x-matroska')
  expect(facts).toMatchObject({ hasContentCredentials: true, credentials: { state: 'not_validated' } })
  expect(await read(Buffer.from('nothing here'))).toBeUndefined()
})

test.each([
  [
    {
      validation_state: 'Invalid',
      validation_status: [{ code: 'signingCredential.untrusted' }, { code: 'claimSignature.mismatch' }],
    },
    /signature does not fit/,
  ],
  [
    {
      validation_state: 'Invalid',
      validation_status: [{ code: 'signingCredential.expired' }, { code: 'claimSignature.mismatch' }],
    },
    /signature does not fit/,
  ],
  [
    { validation_state: 'Invalid', validation_status: [{ code: 'signingCredential.expired' }] },
    /certificate of the signer had expired/,
  ],
  [
    { validation_state: 'Invalid', validation_status: [{ code: 'assertion.bmffHash.mismatch' }] },
    /changed after it was signed/,
  ],
  [
    { validation_state: 'Invalid', validation_status: [{ code: 'some.new.code' }] },
    /does not follow C2PA \(some\.new\.code\)/,
  ],
  [{ manifests: 'none', validation_status: 5 }, /no reason given/],
  [null, /no reason given/],
])('what the library answers is told in plain words: %j', (store, problem) => {
  expect(credentialsOf(store).credentials).toMatchObject({
    ...{ state: 'invalid', actions: [], ingredientCount: 0 },
    problem: expect.stringMatching(problem),
  })
})
