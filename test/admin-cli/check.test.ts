import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

import { adminCli } from '../support/admin-cli'
import { documented } from '../support/documented'

let folder: string
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qc-check-test-'))
  const photo = sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
      background: '#888',
    },
  })
  await photo.clone().withMetadata().jpeg({ quality: 92 }).toFile(file('good.jpg'))
  await photo.clone().resize(40, 30).jpeg().toFile(file("-tiny 'quoted'.jpg"))
  writeFileSync(file('broken.jpg'), readFileSync(file('good.jpg')).subarray(0, 9000))
  writeFileSync(file('list.mp4'), '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('admin-cli check', () => {
  it('answers JSON in the order of the files, and 8 when one of them does not pass', async () => {
    const files = [file('good.jpg'), file("-tiny 'quoted'.jpg"), file('broken.jpg')]
    const { code, stdout } = await adminCli(['check', ...files, '--profile', 'static_general', '--json'])
    const answers = documented('check', stdout) as {
      file: string
      profile: string
      verdict: string
      score: number
      results: { check: string; status: string; findings: { message: string }[] }[]
    }[]
    expect(answers.map((answer) => answer.file)).toEqual(files)
    expect(answers.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'fail'])
    expect(answers[0]).toMatchObject({ profile: 'static_general', score: expect.any(Number) })
    expect(answers[1]?.results.find(({ check }) => check === 'image/size')).toMatchObject({
      status: 'fail',
      findings: [{ message: expect.stringContaining('40 × 30') }, {}],
    })
    expect(answers[2]?.results.find(({ check }) => check === 'file/integrity')).toMatchObject({
      status: 'fail',
    })
    expect(code).toBe(8)
  })

  it('ends with 0 when all pass, and prints a table that names each check', async () => {
    const { code, stdout } = await adminCli(['check', file('good.jpg'), '--profile', 'static_general'])
    expect(stdout).toMatch(/good\.jpg: PASS, score \d+/)
    expect(stdout).toMatch(/pass\s+major\s+image\/size/)
    expect(code).toBe(0)
  })

  it('never opens a playlist in disguise', async () => {
    const { code, stdout } = await adminCli([
      'check',
      file('list.mp4'),
      '--profile',
      'video_general',
      '--json',
    ])
    expect(JSON.parse(stdout)).toMatchObject([{ verdict: 'fail', rejection: { type: 'unexpected_type' } }])
    expect(stdout).not.toContain('root:')
    expect(code).toBe(8)
  })

  it('writes HTML and JUnit, says what to do beside what failed, and ends with a summary', async () => {
    const files = [file('good.jpg'), file("-tiny 'quoted'.jpg"), file('none.jpg')]
    const outputs = ['--html', file('reports'), '--language', 'fr', '--junit', file('junit.xml')]
    const words = ['check', ...files, '--profile', 'static_general', ...outputs]
    const { code, stdout, stderr } = await adminCli(words)
    expect(readdirSync(file('reports'))).toEqual(['1_good.jpg.html', "2_-tiny 'quoted'.jpg.html"])
    expect(readFileSync(file('reports/1_good.jpg.html'), 'utf8')).toContain('<strong>Conforme</strong>')
    const junit = readFileSync(file('junit.xml'), 'utf8')
    expect(junit.match(/<testsuite /g)).toHaveLength(2)
    expect(junit).toContain('<failure')
    expect(stderr).toContain(`Wrote ${file('junit.xml')}`)
    const lines = stdout.trimEnd().split('\n')
    const failed = lines.findIndex((line) => /^fail +\S+ +image\/size/.test(line))
    expect(lines[failed + 1]).toMatch(/^ +→ \S+/)
    expect(lines).toContain(`error: ${file('none.jpg')}: no such file`)
    expect(lines.at(-1)).toBe('3 files: 1 pass, 1 fail, 1 not read')
    expect(code).toBe(8)
  })

  it('prints the verdict and writes the other output when one output cannot be written', async () => {
    const words = ['check', file('good.jpg'), '--profile', 'static_general']
    const outputs = ['--html', join(folder, 'none', 'report.html'), '--junit', file('single.xml')]
    const { code, stdout, stderr } = await adminCli([...words, ...outputs])
    expect(stdout).toMatch(/good\.jpg: PASS/)
    expect(stderr).toContain(
      `error: not written: ${join(folder, 'none', 'report.html')}: no such file or folder`,
    )
    expect(stderr).toContain(`Wrote ${file('single.xml')}`)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(readFileSync(file('single.xml'), 'utf8')).toContain('<testsuite ')
    expect(code).toBe(9)
  })

  it.each<[string, () => string[], number, RegExp]>([
    [
      'a file that is not there',
      () => ['check', file('none.jpg'), '--profile', 'static_general'],
      5,
      /none\.jpg: no such file/,
    ],
    ['a folder', () => ['check', folder, '--profile', 'static_general'], 2, /is a folder, expected a file/],
    [
      'a profile that is not there',
      () => ['check', file('good.jpg'), '--profile', 'static'],
      2,
      /no profile "static"[\s\S]*static_general/,
    ],
    ['no profile', () => ['check', file('good.jpg')], 2, /--profile is missing[\s\S]*static_general/],
    ['no file', () => ['check', '--profile', 'static_general'], 2, /missing required argument 'files'/],
  ])('reports %s and what to do', async (_, words, expected, message) => {
    const { code, stdout, stderr } = await adminCli(words())
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
    expect(code).toBe(expected)
  })
})
