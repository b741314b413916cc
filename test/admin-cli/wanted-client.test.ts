import type { OptionValues } from '../../admin-cli/command'
import { wantedClient } from '../../admin-cli/onboard/wanted-client'
import { parseClients } from '../../config/clients'

const profiles = new Map([['static_general', {}]])
const { good: clients } = parseClients(
  `globex: { name: Globex, profiles: [static_general], default_profile: static_general,
    box_folder_id: "21", box_reports_folder_id: "22" }`,
  'clients.yaml',
  new Set(profiles.keys()),
)
const wanted = (id: string, options: OptionValues) =>
  wantedClient({ clients, profiles } as never, id, { profiles: 'static_general', ...options })

// Before anything is created: with folders that were created already, a person would have to clean up.
test.each<[string, OptionValues, RegExp]>([
  [
    'a profile that is not there',
    { profiles: 'print', folder: '9' },
    /"print", expected profiles that exist/,
  ],
  ['an id of zeros', { incoming: '0', reports: '12' }, /box_folder_id is "0", expected the digits/],
  ['INCOMING of another client', { incoming: '21', reports: '12' }, /folder 21 belongs to globex, expected/],
  ['REPORTS of another client', { incoming: '11', reports: '22' }, /folder 22 belongs to globex, expected/],
  ['INCOMING of another as REPORTS', { incoming: '11', reports: '21' }, /folder 21 belongs to globex/],
  ['one folder for both', { incoming: '11', reports: '11' }, /one folder, expected two/],
  ['no folder', {}, /the INCOMING folder is not known/],
  ['an address that is no folder', { incoming: 'https://app.box.com/file/1', reports: '12' }, /Box folder/],
])('a wrong value is named, with what was expected: %s', (_, options, message) => {
  expect(() => wanted('initech', options)).toThrow(message)
})

test('the same call goes on when the value is right, and leaves an entry that is there as it is', () => {
  const url = 'https://app.box.com/folder/11'
  expect(wanted('initech', { incoming: url, reports: '12' })).toMatchObject({ incoming: [{ id: '11' }] })
  const again = { incoming: '21', reports: '22' }
  expect(wanted('globex', again)).toMatchObject({ entry: { id: 'globex' }, reports: { id: '22' } })
  expect(() => wanted('globex', { ...again, name: 'Other' })).toThrow('name is "Globex", not "Other"')
})
