import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { loadConfig } from '../../config/load-config'
import { ConfigError } from '../../config/config-error'
import { loadProfiles } from '../../config/profiles'
import type { Profile } from '../../quality-control/profile'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-profiles-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text)
}
const load = (files: Record<string, string>) => {
  write(files)
  return loadProfiles(folder)
}

const base = `abstract: true
maxBytes: 1000
checks:
  file/weight: { maxBytes: 10, warnBytes: 5 }
  file/integrity: { severity: blocker, required: true }
  image/blur:
`
const child = `extends: base
title: Child
media: [image, pdf]
extensions: [JPG, png, jpg]
checks:
  file/weight: { maxBytes: 20, severity: minor }
  image/blur: off
  image/size: { ratios: [1.5, 2], names: [a, b], strict: true }
`

describe('a profile', () => {
  it('has what it extends, with its own settings over it', () => {
    const profile: Profile | undefined = load({ base, child }).get('child')
    expect(profile).toEqual({
      id: 'child',
      title: 'Child',
      description: '',
      version: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      media: ['image', 'pdf'],
      extensions: ['jpg', 'png'],
      maxBytes: 1000,
      checks: [
        { id: 'file/weight', severity: 'minor', settings: { maxBytes: 20, warnBytes: 5 } },
        { id: 'file/integrity', severity: 'blocker', isRequired: true, settings: {} },
        { id: 'image/size', settings: { ratios: [1.5, 2], names: ['a', 'b'], strict: true } },
      ],
    })
  })

  it('that is abstract is a parent only', () => {
    expect([...load({ base, child }).keys()]).toEqual(['child'])
  })

  it('extends over several steps; a check that was turned off can come back', () => {
    const grandchild =
      'extends: child\ntitle: Grandchild\nchecks:\n  image/blur: { limit: 3 }\n  image/size: off\n'
    const profiles = load({ base, child, grandchild })
    expect(profiles.get('grandchild')?.checks.map(({ id }) => id)).toEqual([
      'file/weight',
      'file/integrity',
      'image/blur',
    ])
    expect(profiles.get('grandchild')?.media).toEqual(['image', 'pdf'])
  })

  it('says when the uploader gets a comment, where it does not leave that to the client', () => {
    const profiles = load({ base, child: `${child}commentOn: problems\n`, other: child })
    expect([profiles.get('child')?.commentOn, profiles.get('other')?.commentOn]).toEqual([
      'problems',
      undefined,
    ])
  })

  it('inherits the layout of a delivery master', () => {
    const programme =
      '{ startTimecode: "10:00:00:00", slateSeconds: 7, blackSeconds: 3, holdSeconds: [0, 5] }'
    const grandchild = 'extends: child\ntitle: Grandchild\n'
    const layout = load({ base, child: `${child}programme: ${programme}\n`, grandchild }).get('grandchild')
    expect(layout?.programme).toEqual({
      ...{ startTimecode: '10:00:00:00', slateSeconds: 7, blackSeconds: 3, holdSeconds: [0, 5] },
    })
  })

  it('knows the platform whose limits it holds', () => {
    const platform =
      'platform: { name: Social, source: "https://example.com/specs", checkedOn: 2026-11-01 }\n'
    expect(load({ base, child: child + platform }).get('child')?.platform).toEqual({
      name: 'Social',
      source: 'https://example.com/specs',
      checkedOn: '2026-11-01',
    })
  })
})

describe('the version of a profile', () => {
  const versionOf = (files: Record<string, string>) => load(files).get('child')?.version

  it('changes with any setting, also a parent’s, and with nothing else', () => {
    const first = versionOf({ base, child })
    const reordered = child.replace(
      '{ maxBytes: 20, severity: minor }',
      '{ severity: minor, maxBytes: 20 } # a comment',
    )
    expect(versionOf({ base, child: reordered })).toBe(first)
    expect(versionOf({ base, child: child.replace('20', '21') })).not.toBe(first)
    expect(versionOf({ base: base.replace('warnBytes: 5', 'warnBytes: 6'), child })).not.toBe(first)
  })
})

describe('a wrong profile is named with file, key, value and what was expected', () => {
  it.each([
    [
      'an unknown parent',
      { child: 'extends: bse\ntitle: x\n', base },
      'child.yaml: extends is "bse", expected one of the profiles base, child',
    ],
    ['a circle', { a: 'extends: b\n', b: 'extends: a\n' }, 'a.yaml: extends forms a circle: a → b → a'],
    ['itself as parent', { a: 'extends: a\n' }, 'a → a'],
    [
      'what no parent gives either',
      { a: 'title: x\nmedia: [image]\nmaxBytes: 1\n' },
      'a.yaml: extensions is missing, here and in what it extends',
    ],
    ['an unknown field', { a: 'titel: x\n' }, 'a.yaml: titel is "x", expected one of the fields'],
    [
      'an unknown medium',
      { a: 'media: [image, videos]\n' },
      'a.yaml: media is ["image","videos"], expected a list of image, pdf, video, audio',
    ],
    [
      'extensions with dots',
      { a: 'extensions: [.jpg]\n' },
      'a.yaml: extensions is [".jpg"], expected a list such as [jpg, png], without dots',
    ],
    [
      'a size with a unit',
      { a: 'maxBytes: 5GB\n' },
      'a.yaml: maxBytes is "5GB", expected a whole number of bytes',
    ],
    [
      'an unknown severity',
      { a: 'checks: { x/y: { severity: critical } }\n' },
      'a.yaml: checks x/y: severity is "critical", expected one of blocker, major',
    ],
    [
      'required that is a text',
      { a: 'checks: { x/y: { required: yes } }\n' },
      'a.yaml: checks x/y: required is "yes", expected true or false',
    ],
    ['a check that is a number', { a: 'checks: { x/y: 5 }\n' }, 'a.yaml: checks x/y is 5, expected settings'],
    [
      'a setting that is a map',
      { a: 'checks: { x/y: { z: { a: 1 } } }\n' },
      'a.yaml: checks x/y: z is {"a":1}, expected a text, a number',
    ],
    [
      'a setting that is not a number',
      { a: 'checks: { x/y: { z: .nan } }\n' },
      'a.yaml: checks x/y: z is null, expected',
    ],
    ['an occasion that there is not', { a: 'commentOn: never\n' }, 'a.yaml: commentOn is "never"'],
    ['a platform without a date', { a: 'platform: { name: a, source: b }\n' }, 'a.yaml: platform is'],
    ['a layout without seconds', { a: 'programme: { slateSeconds: 7 }\n' }, 'a.yaml: programme is'],
    ['a list', { a: '- x\n' }, 'a.yaml: the file is ["x"], expected fields'],
    ['an upper-case name', { Ab: 'title: x\n' }, 'Ab.yaml: its name is "Ab", expected lower-case letters'],
    ['broken YAML', { a: 'a: [' }, 'is not YAML'],
  ])('%s', (_, files, expected) => {
    write(files)
    expect(() => loadProfiles(folder)).toThrow(ConfigError)
    expect(() => loadProfiles(folder)).toThrow(expected)
  })

  it('a folder that is not there says which variable names it', () => {
    expect(() => loadProfiles(join(folder, 'nowhere'))).toThrow('QC_PROFILES_DIR')
  })
})

it('the profiles that are shipped are right', () => {
  const profiles = loadProfiles(loadConfig({}).files.profiles)
  expect([...profiles.keys()]).toEqual(expect.arrayContaining(['static_general', 'video_general']))
  expect(profiles.get('static_general')?.extensions).toContain('pdf')
  expect(profiles.get('video_general')?.media).toEqual(['video', 'audio'])
})
