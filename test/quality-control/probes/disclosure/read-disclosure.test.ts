import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readDisclosure } from '../../../../quality-control/probes/disclosure/read-disclosure'

function disclosureIn(...parts: (string | Buffer)[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'qc-disclosure-')), 'source')
  writeFileSync(
    path,
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
  )
  return readDisclosure(path)
}

const type = (name: string) =>
  `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${name}</…>`
const manifest = Buffer.from('0000003c6a756d646332706100110010800000aa00389b71036332706100', 'hex')

test('a file that says nothing has no facts', async () => {
  expect(await disclosureIn('')).toBeUndefined()
  expect(await disclosureIn('c2pa is a word, and digitalsourcetype/ too')).toBeUndefined()
})

test('source types are read from XMP, each once', async () => {
  expect(
    await disclosureIn(type('trainedAlgorithmicMedia'), type('digitalCapture'), type('digitalCapture')),
  ).toEqual({
    hasContentCredentials: false,
    digitalSourceTypes: ['digitalCapture', 'trainedAlgorithmicMedia'],
  })
})

test('a manifest store is found at the start, and behind 16 MiB at the end', async () => {
  const found = { hasContentCredentials: true, digitalSourceTypes: [] }
  expect(await disclosureIn('head', manifest, 'pixels')).toEqual(found)
  expect(await disclosureIn(Buffer.alloc(17 << 20), manifest)).toEqual(found)
})

test('hostile metadata ends', async () => {
  const many = type('x'.repeat(500)).repeat(5000)
  expect((await disclosureIn(many))?.digitalSourceTypes).toHaveLength(1)
})
