import type { ArrivedFile, IncomingFolder } from '../../runs/match-upload'
import { rerunUpload } from '../../runs/rerun-upload'

const incoming: IncomingFolder = { clientId: 'acme', profileId: 'light', mode: 'active', extensions: ['png'] }
const find = (id: string) => (id === '10' ? incoming : undefined)

function arrived(name: string, folders: [id: string, name: string][]): ArrivedFile {
  return {
    ...{ fileId: '1', versionId: '2345678901', name, sha1: 'a'.repeat(40), sizeBytes: 1 },
    folders: folders.map(([id, folderName]) => ({ id, name: folderName })),
    eventTime: '2026-11-27T10:00:00.000Z',
  }
}

test.each<[string, ArrivedFile, string]>([
  ['in INCOMING', arrived('a.png', [['10', 'IN']]), 'a.png'],
  [
    'in _PROCESSED',
    arrived('20261126T093000Z-678901_a.png', [
      ['10', 'IN'],
      ['11', '_processed'],
    ]),
    'a.png',
  ],
  [
    'in _PROCESSED under a name that a person gave',
    arrived('b.png', [
      ['10', 'IN'],
      ['11', '_PROCESSED'],
    ]),
    'b.png',
  ],
  ['with an extension that the default profile does not take', arrived('a.tif', [['10', 'IN']]), 'a.tif'],
])('a file %s gets a run with a session of its own', (_, file, name) => {
  expect(rerunUpload(file, find, 'print_ad')).toMatchObject({
    upload: {
      ...{ name, clientId: 'acme', profileId: 'print_ad', origin: 'rerun', incomingFolderId: '10' },
      session: '20261127T100000Z-678901',
      earlierSessions: [],
    },
  })
})

test('without a profile it is the one of the next upload', () => {
  expect(rerunUpload(arrived('a.png', [['10', 'IN']]), find)).toMatchObject({
    upload: { profileId: 'light' },
  })
})

test('a file outside of INCOMING gets none', () => {
  expect(rerunUpload(arrived('a.png', [['12', 'REPORTS']]), find)).toMatchObject({
    ignored: 'unknown_folder',
  })
})
