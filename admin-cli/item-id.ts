import { CliError } from './exit-codes'

/** A Box id from what a person typed or pasted: the digits, or the address of the item in the web app. */
export function itemId(kind: 'file' | 'folder', typed: string): string {
  const [, id = typed] = new RegExp(`^https?://[^/]+/(?:.*/)?${kind}/(\\d+)(?:[/?#].*)?$`).exec(typed) ?? []
  if (/^\d{1,20}$/.test(id)) return id
  throw new CliError(
    'usage',
    `"${typed}" is not the id of a Box ${kind}: expected digits, or https://app.box.com/${kind}/<digits>`,
    `Box shows the id in the address of the open ${kind}`,
  )
}

/** A run as a person names it: a workflow id as it is, or the id or address of a Box file. */
export function runName(typed: string): string {
  return /^https?:/.test(typed) ? itemId('file', typed) : typed
}
