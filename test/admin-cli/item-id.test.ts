import { itemId, runName } from '../../admin-cli/item-id'

test.each([
  ['123456789', '123456789'],
  ['https://app.box.com/folder/123456789', '123456789'],
  ['https://acme.app.box.com/folder/123456789?s=abc', '123456789'],
  ['https://acme.ent.box.com/s/xyz/folder/123456789#top', '123456789'],
])('the folder %s is %s', (typed, id) => {
  expect(itemId('folder', typed)).toBe(id)
})

test.each(['AI QC IN', 'https://app.box.com/file/12', 'https://app.box.com/folder/x', '', '12;13'])(
  '%j is no folder: the message says what is expected',
  (typed) => {
    expect(() => itemId('folder', typed)).toThrow('expected digits, or https://app.box.com/folder/<digits>')
  },
)

test('a run is named by its workflow id, or by the id or address of its file', () => {
  expect(['qc/acme/1/2', '12', 'https://app.box.com/file/12'].map(runName)).toEqual([
    'qc/acme/1/2',
    '12',
    '12',
  ])
})
