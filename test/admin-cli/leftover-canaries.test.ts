import { removeFinished } from '../../admin-cli/onboard/leftover-canaries'
import type { BoxFile } from '../../box/box'
import { BoxError } from '../../box/box-error'
import type { Client } from '../../config/parse-client'

const client = {
  id: 'acme',
  incomingFolders: [{ folderId: '1' }],
  reportsFolderId: '3',
} as unknown as Client

const file = (id: string, name: string, createdById = 'us') =>
  ({ type: 'file', id, name, versionId: `9${id}`, createdById }) as BoxFile
const processed = { type: 'folder' as const, id: '2', name: '_Processed', ancestors: [], isTrashed: false }

async function removed(items: Record<string, BoxFile[]>, openFileId = '', refusedId = '') {
  const deleted: string[] = []
  const said: string[] = []
  const open = await removeFinished({
    client,
    isOpen: (workflowId) => Promise.resolve(workflowId === `qc/acme/${openFileId}/9${openFileId}`),
    output: { message: (text) => said.push(text) },
    box: {
      me: () => Promise.resolve({ id: 'us', name: 'AI-QC', login: 'AutomationUser_1@boxdevedition.com' }),
      listFolder: async function* (folderId) {
        yield* items[folderId] ?? []
        if (folderId === '1') yield processed
      },
      deleteFile: (id) => {
        if (id === refusedId)
          return Promise.reject(new BoxError({ kind: 'forbidden', message: 'role too low' }))
        if (typeof id === 'string') deleted.push(id)
        return Promise.resolve()
      },
    },
  })
  return { deleted, open, said: said.join('\n') }
}

const left = {
  '1': [file('11', 'qc-test-1700000000000.png')],
  '2': [file('21', '20231114T221320Z-123456_qc-test-1700000000001.pdf')],
  '3': [file('31', 'QC_Report_20231114T221320Z-123456-2_qc-test-1700000000001.pdf.html')],
}

test('a test finds what earlier ones left in INCOMING, _PROCESSED and REPORTS', async () => {
  expect(await removed(left)).toMatchObject({ deleted: ['11', '21', '31'], open: [] })
})

test('the source of an open run stays with its report, to be followed', async () => {
  expect(await removed(left, '21')).toMatchObject({
    deleted: ['11'],
    open: [{ workflowId: 'qc/acme/21/921' }],
  })
})

test('files of people stay with their reports, and those of other names', async () => {
  const others = {
    '1': [file('11', 'qc-test-1700000000000.png', 'anna'), file('12', 'qc-test-1.png')],
    '3': [
      file('31', 'QC_Report_20231114T221320Z-123456_my-qc-test-1700000000001.png.html'),
      file('32', 'QC_Report_20231114T221320Z-123456_qc-test-1700000000000.png.html'),
    ],
  }
  expect(await removed(others)).toEqual({ deleted: [], open: [], said: '' })
})

test('says what it could not delete, where, and the command for it', async () => {
  const { deleted, said } = await removed(left, '', '11')
  expect(deleted).toEqual(['21', '31'])
  expect(said).toMatch(/stays +qc-test-1700000000000\.png in INCOMING 1: .*admin-cli onboard acme --test/)
})
