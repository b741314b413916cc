import { createHash } from 'node:crypto'

import {
  credentialsOf,
  hasOnlyOtherExclusions,
} from '../../../../quality-control/probes/disclosure/credentials-of'
import { describeDisclosure } from '../../../../quality-control/probes/disclosure/disclosure-in'
import { coversImage } from '../../../../quality-control/probes/disclosure/covers-image'

const segment = (marker: number, text: string) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, text.length + 2]), Buffer.from(text)])
const metadata = Buffer.concat([Buffer.from('ffd8', 'hex'), segment(0xe1, 'Exif'), segment(0xeb, 'JUMBF')])
const image = Buffer.concat([segment(0xdb, 'table'), Buffer.from('ffda0002 pixels')])
const jpeg = Buffer.concat([metadata, image])

const signed = (left: Buffer, exclusions: { start: number; length: number }[], alg = 'sha256') => ({
  manifests: [
    {
      assertions: {
        'c2pa.hash.data': {
          ...{ alg, exclusions },
          hash: `b64'${createHash(alg).update(left).digest('base64')}'`,
        },
      },
    },
  ],
})
const all = [{ start: 0, length: metadata.length }]

test('the signature of an older version leaves out all metadata: the image is as it was signed', () => {
  expect(coversImage(jpeg, signed(image, all))).toBe(true)
  expect(coversImage(jpeg, signed(image, all, 'sha512'))).toBe(true)
  const inTwo = [
    { start: 0, length: 10 },
    { start: 10, length: metadata.length - 10 },
  ]
  expect(coversImage(jpeg, signed(image, inTwo))).toBe(true)
})

test.each<[string, unknown]>([
  ['the image was changed', signed(Buffer.concat([image, Buffer.from('!')]), all)],
  ['part of the image is left out', signed(image.subarray(4), [{ start: 0, length: metadata.length + 4 }])],
  ['the end is left out', signed(Buffer.alloc(0), [{ start: 0, length: jpeg.length }])],
  ['the parts overlap', signed(image, [...all, ...all])],
  ['nothing is left out', signed(jpeg, [])],
  ['a length is no number', signed(image, [{ start: 0, length: Number.NaN }])],
  ['there is no hash', { manifests: [] }],
])('not intact: %s', (_, store) => {
  expect(coversImage(jpeg, store)).toBe(false)
})

const exclusion = {
  code: 'assertion.dataHash.mismatch',
  explanation: 'data hash exclusion does not match the manifest location in the asset',
}
const changed = { code: 'assertion.dataHash.mismatch', explanation: 'asset hash error: hashes do not match' }

test.each([
  ['only the exclusion', [exclusion], true],
  ['a signer on no trust list, too', [{ code: 'signingCredential.untrusted' }, exclusion], true],
  ['a changed image, too', [exclusion, changed], false],
  ['another problem, too', [exclusion, { code: 'claimSignature.mismatch' }], false],
  ['nothing', [], false],
])('what the library found: %s', (_, problems, expected) => {
  expect(hasOnlyOtherExclusions({ validation_status: problems })).toBe(expected)
})

test('the report says that the metadata is not part of what was signed', () => {
  const store = {
    validation_state: 'Invalid',
    validation_status: [exclusion],
    validation_results: { activeManifest: { success: [{ code: 'signingCredential.trusted' }] } },
  }
  const { credentials } = credentialsOf(store, { isIntactOutsideMetadata: true })
  expect(credentials).toMatchObject({ state: 'trusted', leavesOutMetadata: true })
  const [row] = describeDisclosure({ hasContentCredentials: true, credentials, digitalSourceTypes: [] })
  expect(row?.value).toContain('without the metadata')
})
