/**
 * Writes `signed.jpg` with Content Credentials, and `root.pem`, which issued the signer's certificate, into
 * the folder that the first argument names. A process of its own: Jest cannot load the C2PA library.
 */
import { execFileSync } from 'node:child_process'
import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import init, { WasmBuilder } from '@contentauth/c2pa-wasm'
import sharp from 'sharp'

process.chdir(process.argv[2])
const wasm = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')
await init({ module_or_path: readFileSync(wasm) })

const reserveSize = 4096
const certificate = makeCertificate()
const key = createPrivateKey(readFileSync('leaf.key'))
const source = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'
const manifest = {
  claim_generator_info: [{ name: 'test', version: '1' }],
  assertions: [
    {
      label: 'c2pa.actions.v2',
      data: { actions: [{ action: 'c2pa.created', digitalSourceType: source }] },
    },
  ],
}
const settings = { verify: { verify_after_sign: false }, builder: { thumbnail: { enabled: false } } }
const background = { r: 200, g: 40, b: 40 }
const image = await sharp({ create: { width: 32, height: 32, channels: 3, background } })
  .jpeg()
  .toBuffer()

/** The library reads blobs as a browser's worker does. */
class SyncBlob extends Blob {
  constructor(bytes) {
    super([bytes])
    this.content = bytes
  }
  slice(start, end) {
    return new SyncBlob(this.content.subarray(start, end))
  }
}
globalThis.FileReaderSync = class {
  readAsArrayBuffer({ content }) {
    return content.buffer.slice(content.byteOffset, content.byteOffset + content.length)
  }
}

const builder = WasmBuilder.fromJson(JSON.stringify(manifest), JSON.stringify(settings))
const signer = { alg: 'es256', reserveSize, sign: async (claim) => coseSign1(Buffer.from(claim)) }
writeFileSync('signed.jpg', await builder.sign(signer, [], 'image/jpeg', new SyncBlob(image)))

/** C2PA wants a leaf for signing e-mails or documents below a root. Returns its DER bytes. */
function makeCertificate() {
  const openssl = (...words) => execFileSync('openssl', words, { stdio: 'pipe' })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  writeFileSync(
    'leaf.cnf',
    'keyUsage=critical,digitalSignature\nextendedKeyUsage=emailProtection\n' +
      'basicConstraints=critical,CA:FALSE\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n',
  )
  openssl('req', '-x509', ...newKey, '-keyout', 'root.key', '-out', 'root.pem', '-subj', '/CN=Root/O=Test')
  openssl('req', ...newKey, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=Test Signer/O=Acme')
  const issuer = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial']
  openssl('x509', '-req', '-in', 'leaf.csr', ...issuer, '-out', 'leaf.pem', '-extfile', 'leaf.cnf')
  return new X509Certificate(readFileSync('leaf.pem')).raw
}

/** RFC 9052, 4.2 and 4.4, with the certificate as x5chain (33) and padded to the size that is reserved. */
function coseSign1(claim) {
  const protectedHeader = Buffer.concat([
    cborHead(5, 2),
    Buffer.from([1, 0x26, 0x18, 33]),
    cborBytes(certificate),
  ])
  const parts = [
    cborText('Signature1'),
    cborBytes(protectedHeader),
    cborBytes(Buffer.alloc(0)),
    cborBytes(claim),
  ]
  const toSign = Buffer.concat([cborHead(4, 4), ...parts])
  const signature = cborBytes(sign('sha256', toSign, { key, dsaEncoding: 'ieee-p1363' }))
  const padded = (length) => {
    const pad = Buffer.concat([cborHead(5, 1), cborText('pad'), cborBytes(Buffer.alloc(length))])
    const start = Buffer.concat([Buffer.from([0xd2]), cborHead(4, 4), cborBytes(protectedHeader)])
    return Buffer.concat([start, pad, Buffer.from([0xf6]), signature])
  }
  const size = 3000
  return new Uint8Array(padded(size + reserveSize - padded(size).length))
}

function cborHead(major, length) {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}

function cborBytes(bytes) {
  return Buffer.concat([cborHead(2, bytes.length), bytes])
}

function cborText(text) {
  return Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)])
}
