import type { BoxItem } from '../../box/box'
import type { Command } from '../command'
import { itemId } from '../item-id'

export const listFolder: Command = {
  name: 'list-folder',
  arguments: ['<folderId>'],
  summary: 'List a Box folder as the service account sees it',
  examples: ['list-folder 123456789', 'list-folder https://app.box.com/folder/123456789'],
  json: { folderId: 'string', items: [{ type: 'file | folder | web_link', id: 'string', name: 'string' }] },
  options: [],
  run: async ({ box, output }, [typed = '']) => {
    const folderId = itemId('folder', typed)
    const items: BoxItem[] = []
    for await (const item of (await box()).listFolder(folderId)) items.push(item)
    const rows = items.map(({ type, id, name }) => ['', type, id, name])
    const columns = [{ title: '' }, { title: 'TYPE' }, { title: 'ID' }, { title: 'NAME', isCut: true }]
    output.data({ folderId, items: items.map(({ type, id, name }) => ({ type, id, name })) }, [
      `Folder ${folderId} contains ${items.length} items:`,
      ...(rows.length === 0 ? [] : [{ columns, rows, hasHeadings: false }]),
    ])
    return undefined
  },
}
