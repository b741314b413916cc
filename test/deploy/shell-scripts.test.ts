import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const scripts = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => /^(.*\.sh|\.ci\/.*)$/.test(file))

/** `npm test` installs it: without shellcheck this test fails, on purpose. */
test('shellcheck finds nothing in any shell script', () => {
  expect(scripts).toEqual(expect.arrayContaining(['.ci/run', 'deploy/deploy.sh']))
  const { error, stdout } = spawnSync('shellcheck', scripts, { cwd: root, encoding: 'utf8' })
  expect(error).toBeUndefined()
  expect(stdout).toBe('')
})

/** `docker compose` and a checkout as an archive start them by their mode and their first line. */
test.each(scripts)('%s has a first line that names its shell, and stops at the first error', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  expect(text).toMatch(/^#!(\/bin\/sh|\/usr\/bin\/env bash)\n/)
  expect(text).toMatch(/^set -(eu|uo|euo)\b/m)
})
