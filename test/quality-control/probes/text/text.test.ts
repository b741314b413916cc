import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { codesIn } from '../../../../quality-control/probes/text/codes-in'
import { ocr } from '../../../../quality-control/probes/text/ocr'
import { fixture, probeBytes } from '../../../support/probe-file'

afterAll(stopPooledChildren)

const options = {
  signal: new AbortController().signal,
  timeoutMs: 60_000,
  memoryBytes: 4e9,
  maxPixels: 50e6,
  searchPath: process.env.PATH ?? '',
  scratchDir: mkdtempSync(join(tmpdir(), 'qc-text-')),
}
test('words on an image, with their location and spelling', async () => {
  const { facts, problems, tools } = await probeBytes(fixture('image/words.png'), { wants: ['text'] })
  expect(problems).toEqual({})
  const read = facts.text?.words.map(({ text }) => text).join(' ')
  expect(read).toContain('Summer sale today')
  expect(read).toContain('Terms and conditions apply')
  const misspelled = facts.text?.words.find(({ text }) => text === 'recieve')
  expect(misspelled?.suggestions).toContain('receive')
  expect(misspelled?.line).toBe(facts.text?.words.find(({ text }) => text === 'orders')?.line)
  // Drawn at 150, 380 of 1200 x 800; "We " comes before it.
  expect(misspelled?.x).toBeGreaterThan(0.125)
  expect(misspelled?.x).toBeLessThan(0.25)
  expect(misspelled?.y).toBeCloseTo(0.43, 1)
  expect(facts.text?.languages).toMatchObject([{ code: 'en', isJudged: true }])
  expect(tools.map(({ name }) => name)).toEqual(['sharp', 'tesseract'])
})

test('a QR code on an image, with its location', async () => {
  const { facts } = await probeBytes(fixture('image/qr-code.png'), { wants: ['codes'] })
  const [code] = facts.codes?.codes ?? []
  expect(facts.codes?.codes).toHaveLength(1)
  expect(code).toMatchObject({ format: 'QRCode', text: 'https://example.com/summer', page: 1 })
  // Drawn at 700, 300 of 1000 x 600, with a quiet margin of its own.
  expect(code?.x).toBeCloseTo(0.724, 2)
  expect(code?.y).toBeCloseTo(0.54, 2)
})

test('codes and words of an image that we made, such as a page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qc-text-'))
  writeFileSync(join(folder, 'page.png'), fixture('image/qr-code.png'))
  writeFileSync(join(folder, 'words.png'), fixture('image/words.png'))
  expect((await codesIn(join(folder, 'page.png'), 10e6, options)).map(({ text }) => text)).toEqual([
    'https://example.com/summer',
  ])
  expect(await codesIn(join(folder, 'words.png'), 10e6, options)).toEqual([])
  expect((await ocr(join(folder, 'words.png'), options)).words.length).toBeGreaterThan(8)
})

test('a host without tesseract reports a problem for the text only', async () => {
  const limits = { searchPath: '/nonexistent', timeoutMs: 30_000, memoryBytes: 2e9, maxPixels: 100e6 }
  const { facts, problems } = await probeBytes(fixture('image/words.png'), { wants: ['text'], limits })
  expect(problems.text).toMatch(/could not be read/)
  expect(facts.image?.pixels).toBeDefined()
})
