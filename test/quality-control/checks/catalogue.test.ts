import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { catalogue, checkRooms } from '../../../quality-control/checks/catalogue'
import type { Check } from '../../../quality-control/checks/check'
import { profileProblems } from '../../../quality-control/plan-checks'

const factKeys = [
  'file',
  'integrity',
  'image',
  'pdf',
  'video',
  'audio',
  'banner',
  'rendering',
  'text',
  'codes',
  'slate',
  'supers',
  'programme',
]
const checks: { id: string; check: Check }[] = [...catalogue()].map(([id, check]) => ({ id, check }))

test('every file in the rooms is a check of the catalogue, under its path', () => {
  const files = checkRooms.flatMap((room) =>
    readdirSync(join(__dirname, '../../../quality-control/checks', room)).map((file) => `${room}/${file}`),
  )
  expect(files.map((file) => file.replace(/\.ts$/, '')).sort()).toEqual(checks.map(({ id }) => id).sort())
  expect(checks.length).toBeGreaterThan(30)
})

test('no two checks say the same', () => {
  const titles = checks.map(({ check }) => check.title)
  expect(new Set(titles).size).toBe(titles.length)
})

describe.each(checks)('$id', ({ id, check }) => {
  test('has an id in kebab case', () => {
    expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test('has a table of its own name, which accepts and rejects', () => {
    const table = join(__dirname, `${id}.test.ts`)
    expect(existsSync(table) ? readFileSync(table, 'utf8') : `${table} is missing`).toContain(
      `describeCheck('${id}', [`,
    )
  })

  test('speaks in sentences', () => {
    expect(check.title).toMatch(/^[A-Z][^.]{10,90}[^.!]$/)
    expect(check.failureTitle).toMatch(/^[A-Z][^.]{10,90}[^.!]$/)
    expect(check.failureTitle).not.toBe(check.title)
    expect(check.why).toMatch(/^[A-Z].{20,}[.!?]$/s)
    expect(check.remedy).toMatch(/^[A-Z].{15,}[.!?]$/s)
  })

  test('reads facts that exist, and has a severity', () => {
    expect(check.needs.length).toBeGreaterThan(0)
    for (const key of check.needs) expect(factKeys).toContain(key)
    expect(['blocker', 'major', 'minor', 'info']).toContain(check.severity)
  })

  test('explains its settings, whose defaults are valid', () => {
    for (const [name, spec] of Object.entries(check.settings)) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]+$/)
      expect(spec.doc.length).toBeGreaterThan(5)
    }
    const settings = Object.fromEntries(
      Object.entries(check.settings).map(([name, spec]) => [name, spec.default]),
    )
    const profile = {
      id: 'test',
      title: '',
      description: '',
      version: '',
      media: [],
      extensions: [],
      maxBytes: 1,
      checks: [{ id, settings }],
    }
    expect(profileProblems(profile, catalogue())).toEqual([])
  })
})
