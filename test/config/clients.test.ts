import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseClients } from '../../config/clients'
import { ConfigError } from '../../config/config-error'

const profileIds = new Set(['static_general', 'video_general', 'print_ad'])

/** Throws all problems as one ConfigError. */
function parse(yaml: string) {
  const { good, broken } = parseClients(yaml, 'clients.yaml', profileIds)
  if (broken.size > 0) throw new ConfigError('clients.yaml', [...broken.values()].flat())
  return good
}

const acme = `acme:
  name: Acme
  display_name: Acme Beverages
  description: Print
  profiles: [static_general, video_general]
  box_folder_id: 163482195021
  box_reports_folder_id: "163482195022"
  default_profile: static_general
`

describe('clients.yaml', () => {
  it('is read by the runbook’s names', () => {
    expect(parse(acme).get('acme')).toEqual({
      id: 'acme',
      name: 'Acme',
      displayName: 'Acme Beverages',
      description: 'Print',
      profiles: ['static_general', 'video_general'],
      incomingFolders: [{ folderId: '163482195021', profileId: undefined }],
      reportsFolderId: '163482195022',
      defaultProfile: 'static_general',
      mode: 'active',
      verdictOn: 'source_and_report',
      commentOn: 'none',
      report: {},
    })
  })

  it('says where verdicts are written, and when the uploader gets a comment', () => {
    const fields = '  verdict_on: source\n  comment_on: problems\n'
    expect(parse(acme + fields).get('acme')).toMatchObject({ verdictOn: 'source', commentOn: 'problems' })
  })

  it('says in which language and time zone its reports are, and whom their readers may ask', () => {
    const fields =
      '  report_language: de\n  report_time_zone: Europe/Berlin\n  report_contact: qc@acme.example\n'
    expect(parse(acme + fields).get('acme')?.report).toEqual({
      ...{ language: 'de', timeZone: 'Europe/Berlin', contact: 'qc@acme.example' },
    })
  })

  it('keeps all digits of a folder id, with or without quotes', () => {
    const ids = (value: string) =>
      parse(acme.replace('163482195021', value)).get('acme')?.incomingFolders[0]?.folderId
    expect(ids('12345678901234567890')).toBe('12345678901234567890')
    expect(ids('"98765432109876543210"')).toBe('98765432109876543210')
  })

  it('may map folders to profiles, and shadow another installation', () => {
    const folders = 'box_folder_id:\n    111: video_general\n    "222":\n  mode: shadow'
    expect(parse(acme.replace('box_folder_id: 163482195021', folders)).get('acme')).toMatchObject({
      incomingFolders: [
        { folderId: '111', profileId: 'video_general' },
        { folderId: '222', profileId: undefined },
      ],
      mode: 'shadow',
    })
  })

  it('keeps a client that is not fed from Box', () => {
    expect(parse('idle:\n  name: Idle\n  profiles: [print_ad]\n').get('idle')).toMatchObject({
      displayName: 'Idle',
      incomingFolders: [],
      reportsFolderId: undefined,
      defaultProfile: undefined,
    })
  })

  it('as it is shipped names no client, and its documented example is right', () => {
    const shipped = readFileSync(join(__dirname, '../../config/clients.yaml'), 'utf8')
    expect(parse(shipped).size).toBe(0)
    const example = shipped
      .split('\n')
      .filter((line) => /^#( {2,}| [a-z]+:$)/.test(line))
      .map((line) => line.slice(2))
      .join('\n')
    const clients = parse(example)
    expect([...clients.keys()]).toEqual(['acme', 'globex'])
    expect(clients.get('globex')?.incomingFolders).toHaveLength(2)
  })
})

describe('a wrong entry is named with client, key, value and what was expected', () => {
  const second = acme.replace('acme:', 'beta:').replace('5021', '6021').replace('5022', '6022')
  it.each([
    [
      'an unknown field',
      `${acme}  box_folder: "1"\n`,
      'acme: box_folder is "1", expected one of the fields name,',
    ],
    [
      'a location for the verdict that does not exist',
      `${acme}  verdict_on: report\n`,
      'acme: verdict_on is "report", expected source_and_report or source or none',
    ],
    [
      'a comment at another time',
      `${acme}  comment_on: never\n`,
      'acme: comment_on is "never", expected none or problems or all',
    ],
    [
      'a language without words',
      `${acme}  report_language: it\n`,
      'acme: report_language is "it", expected en or de or fr or es',
    ],
    [
      'a time zone that does not exist',
      `${acme}  report_time_zone: Europe/Atlantis\n`,
      'acme: report_time_zone is "Europe/Atlantis", expected a time zone such as Europe/Berlin',
    ],
    ['no name', acme.replace('  name: Acme\n', ''), 'acme: name is missing, expected a text'],
    [
      'no profiles',
      acme.replace(/ {2}profiles.*\n/, ''),
      'acme: profiles is missing, expected a list of profile ids',
    ],
    [
      'an unknown profile',
      acme.replace('video_general]', 'video_genral]'),
      'acme: profiles is "video_genral", expected profiles that exist: static_general,',
    ],
    [
      'a default that is not its own',
      acme.replace('default_profile: static_general', 'default_profile: print_ad'),
      'acme: default_profile is "print_ad", expected one of its profiles: static_general, video_general',
    ],
    [
      'no default',
      acme.replace(/ {2}default_profile.*\n/, ''),
      'acme: default_profile is missing, expected a text',
    ],
    [
      'no reports folder',
      acme.replace(/ {2}box_reports.*\n/, ''),
      'acme: box_reports_folder_id is missing, expected the digits',
    ],
    [
      'a folder id that is a link',
      acme.replace('163482195021', 'https://app.box.com/folder/1'),
      'acme: box_folder_id is "https://app.box.com/folder/1", expected the digits at the end',
    ],
    ['the root folder', acme.replace('163482195021', '"0"'), 'acme: box_folder_id is "0"'],
    [
      'a list of folders',
      acme.replace('163482195021', '[1, 2]'),
      'acme: box_folder_id is ["1","2"], expected the digits',
    ],
    [
      'a map to an unknown profile',
      acme.replace('163482195021', '{ 5: print_ad }'),
      'acme: box_folder_id 5 is "print_ad", expected one of its profiles',
    ],
    [
      'INCOMING that is REPORTS',
      acme.replace('5022', '5021'),
      'acme: box_reports_folder_id is "163482195021", which is acme: box_folder_id already',
    ],
    [
      'one folder of two clients',
      acme + second.replace('6021', '5021'),
      'beta: box_folder_id is "163482195021", which is acme: box_folder_id already',
    ],
    ['an unknown mode', `${acme}  mode: dry\n`, 'acme: mode is "dry", expected active or shadow'],
    ['an id with a slash', acme.replace('acme:', 'a/b:'), 'a/b: its id is "a/b", expected letters, digits'],
    ['a client that is a text', 'acme: hello\n', 'acme: is "hello", expected fields'],
    ['the same client twice', acme + acme, 'is not YAML: Map keys must be unique'],
    ['a list', '- acme\n', 'expected one entry per client'],
    ['an empty file', '', 'expected one entry per client'],
    ['broken YAML', 'acme: [', 'is not YAML'],
  ])('%s', (_, yaml, expected) => {
    expect(() => parse(yaml)).toThrow(ConfigError)
    expect(() => parse(yaml)).toThrow(expected)
  })

  it('all at once', () => {
    const wrong =
      acme.replace('  name: Acme\n', '') +
      second.replace('default_profile: static_general', 'default_profile: x')
    expect(() => parse(wrong)).toThrow(/acme: name[^]*beta: default_profile/)
  })

  it('and the other clients are read all the same', () => {
    const { good, broken } = parseClients(
      acme + second.replace('  name: Acme\n', ''),
      'clients.yaml',
      profileIds,
    )
    expect([...good.keys()]).toEqual(['acme'])
    expect([...broken]).toEqual([['beta', ['beta: name is missing, expected a text']]])
  })

  it('on both sides when two clients claim one folder: nobody can tell whose files it holds', () => {
    const { good, broken } = parseClients(acme + second.replace('6021', '5021'), 'clients.yaml', profileIds)
    expect([...good.keys()]).toEqual([])
    expect([...broken.keys()]).toEqual(['beta', 'acme'])
  })
})
