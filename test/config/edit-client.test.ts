import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { parseClients } from '../../config/clients'
import { addToClient, removeFromClient } from '../../config/edit-client'

const profileIds = new Set(['static_general', 'video_general'])
const fields = {
  name: 'Initech "the: #1"',
  profiles: ['static_general', 'video_general'],
  box_folder_id: '00',
  box_reports_folder_id: '32',
  default_profile: 'static_general',
}

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qc-edit-'))
  file = join(folder, 'clients.yaml')
})
afterEach(() => rmSync(folder, { recursive: true }))

const text = `# Our clients.   Odd    spaces stay.

acme: # the first
    name: 'Acme'
    profiles: [ static_general,video_general ]
    box_folder_id:   # two
        "11": video_general
        12:              # the default
    box_reports_folder_id: "13"   # REPORTS
    default_profile: static_general
    # the end of acme

# about globex

"globex":
  name: Globex
  profiles:
  - static_general
  - video_general`

describe('addToClient', () => {
  it.each([
    ['a file of comments', '# No clients yet.\n', '# No clients yet.\n\ninitech:\n'],
    ['an empty file', '', 'initech:\n'],
    ['a file without a last line end', text, `${text}\n\ninitech:\n`],
  ])('writes a new entry at the end of %s', async (_, before, begin) => {
    writeFileSync(file, before)
    await addToClient(file, 'initech', { ...fields, box_folder_id: '31' }, profileIds)
    const after = readFileSync(file, 'utf8')
    expect(after.slice(0, begin.length)).toBe(begin)
    const { good, broken } = parseClients(after, file, profileIds)
    expect([...broken]).toEqual([])
    expect(good.get('initech')).toMatchObject({ name: fields.name, incomingFolders: [{ folderId: '31' }] })
    expect(readdirSync(folder)).toEqual(['clients.yaml'])
  })

  it('adds fields to an entry in its indentation and changes no other byte', async () => {
    writeFileSync(file, text)
    await addToClient(
      file,
      'globex',
      { box_folder_id: '21', box_reports_folder_id: '22', default_profile: 'video_general' },
      profileIds,
    )
    expect(readFileSync(file, 'utf8')).toBe(
      `${text}\n  box_folder_id: "21"\n  box_reports_folder_id: "22"\n  default_profile: video_general\n`,
    )
    await addToClient(file, 'acme', { description: 'Print' }, profileIds)
    expect(readFileSync(file, 'utf8')).toContain(
      '    default_profile: static_general\n    description: Print\n    # the end of acme\n',
    )
  })

  it.each([
    ['a value that is wrong', fields, '# None\n', /box_folder_id is "00", expected the digits/],
    ['a folder of another client', { ...fields, box_folder_id: '13' }, `${text}\n`, /a folder of its own/],
    [
      'a default that is no profile of it',
      { ...fields, box_folder_id: '31', default_profile: 'print' },
      '# None\n',
      /default_profile is "print", expected one of its profiles: static_general/,
    ],
  ])('leaves the file, and names the value and what was expected: %s', async (_, added, before, problem) => {
    writeFileSync(file, before)
    const error: unknown = await addToClient(file, 'initech', added, profileIds).catch((one: unknown) => one)
    expect(String(error)).toMatch(problem)
    expect(String(error)).not.toContain('by hand')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it.each([
    [
      'an entry on one line',
      'acme',
      { description: 'Print' },
      'acme: {name: A, profiles: [static_general]}\n',
      /by hand:\nacme:\n  description: Print/,
    ],
    [
      'a file that is one line',
      'initech',
      { ...fields, box_folder_id: '31' },
      '{acme: {name: A, profiles: [static_general]}}\n',
      /by hand:\ninitech:/,
    ],
  ])('leaves the file and shows what to add by hand: %s', async (_, id, added, before, problem) => {
    writeFileSync(file, before)
    await expect(addToClient(file, id, added, profileIds)).rejects.toThrow(problem)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('keeps the mode of the file and follows a link to it', async () => {
    writeFileSync(file, text, { mode: 0o640 })
    const link = join(folder, 'link.yaml')
    symlinkSync(file, link)
    await addToClient(link, 'initech', { ...fields, box_folder_id: '31' }, profileIds)
    expect(readFileSync(file, 'utf8')).toContain('\ninitech:\n')
    expect(statSync(file).mode & 0o777).toBe(0o640)
  })
})

describe('removeFromClient', () => {
  it('removes fields of any form, or the entry, and changes no other byte', async () => {
    writeFileSync(file, text)
    await removeFromClient(file, 'acme', ['box_folder_id'])
    const disabled = text.replace(/ {4}box_folder_id:.*?the default\n/s, '')
    expect(readFileSync(file, 'utf8')).toBe(disabled)
    expect(parseClients(disabled, file, profileIds).good.get('acme')?.incomingFolders).toEqual([])
    await removeFromClient(file, 'globex', 'all')
    const [head = ''] = disabled.split('"globex"')
    expect(readFileSync(file, 'utf8')).toBe(head)
    await removeFromClient(file, 'nobody', 'all')
    expect(readFileSync(file, 'utf8')).toBe(head)
  })

  it('leaves an entry on one line', async () => {
    const flow = 'acme: {name: A, profiles: [static_general], box_folder_id: "1"}\n'
    writeFileSync(file, flow)
    await expect(removeFromClient(file, 'acme', ['box_folder_id'])).rejects.toThrow('edit it by hand')
    expect(readFileSync(file, 'utf8')).toBe(flow)
  })
})
