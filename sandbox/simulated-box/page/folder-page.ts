import { rootId } from '../state/model'
import type { File, Folder, Item } from '../state/model'
import { currentVersion } from '../state/store'
import type { SimulatedBoxContext } from '../context'
import { uploaderFor } from './actors'
import { Html, html } from './html'
import { pageScript } from './page-script'
import { pageStyle } from './page-style'

export interface PageState {
  token: string
  nonce: string
  version: number
}

/** One folder as a page: where it is, what is in it, and an area to drop files into. */
export function folderPage(
  context: SimulatedBoxContext,
  folder: Folder | undefined,
  state: PageState,
): string {
  const title = folder?.name ?? 'All files'
  const { text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Simulated Box</title>
        <style nonce="${state.nonce}">${new Html(pageStyle)}</style>
      </head>
      <body
        data-token="${state.token}"
        data-folder="${folder?.id ?? ''}"
        data-hint="${isWatched(context, folder) ? '' : notChecked}"
        data-version="${state.version}"
      >
        <header><div><strong>Simulated Box</strong><span>replaces Box on this machine</span></div></header>
        <main>
          ${breadcrumbs(context, folder)}
          ${folder === undefined ? firstHint(context) : dropZone(context, folder)}
          <p id="status" role="status"></p>
          <input id="chooser" type="file" multiple tabindex="-1" aria-hidden="true" />
          <div id="items">${listing(context, folder)}</div>
        </main>
        <script nonce="${state.nonce}">${new Html(pageScript)}</script>
      </body>
    </html>`
  return text
}

/** The part that is fetched again when something changed. */
export function listing(context: SimulatedBoxContext, folder: Folder | undefined): Html {
  const children = context.store
    .childrenOf(folder?.id ?? rootId)
    .filter((item) => !context.store.isTrashed(item))
  // The first page has the clients' folders in sight, wherever they are.
  const items = [...new Set([...(folder === undefined ? watchedFolders(context) : []), ...children])]
  if (items.length === 0) return html`<p class="empty">Nothing in here.</p>`
  const rank = (item: Item) => (item.type === 'file' ? 2 : isWatched(context, item) ? 0 : 1)
  const sorted = items.sort((one, other) => rank(one) - rank(other) || newestFirst(one, other))
  const row = (item: Item) =>
    item.type === 'file' ? fileRow(context, item) : folderRow(context, item, folder === undefined)
  return html`<ul class="items">
    ${sorted.map(row)}
  </ul>`
}

function breadcrumbs(context: SimulatedBoxContext, folder: Folder | undefined): Html {
  if (!folder) return html`<nav aria-label="Path"><b>All files</b></nav>`
  const above = context.store.ancestorsOf(folder).reverse()
  const links = above.map((one) => html`<a href="/folders/${one.id}">${one.name}</a>`)
  return html`<nav aria-label="Path">
    <a href="/">All files</a>${links}<b>${folder.name}</b>
  </nav>`
}

function dropZone(context: SimulatedBoxContext, folder: Folder): Html {
  const actor = context.store.users.get(uploaderFor(context, folder))
  return html`<div class="drop">
    ${isWatched(context, folder) ? html`` : wrongFolder(context)}
    <p><button type="button" class="main" data-choose="${folder.id}">Choose files</button></p>
    <p>or drop them anywhere on this page</p>
    <p class="soft">They arrive as uploads by ${actor?.name ?? 'somebody'}.</p>
  </div>`
}

const notChecked = 'It is not checked: no webhook watches this folder.'

/** On a folder that is none of a client's: a file there would wait for a report for ever. */
function wrongFolder(context: SimulatedBoxContext): Html {
  const links = watchedFolders(context).map(
    ({ id, name }, index) => html`${index === 0 ? '' : ', '}<a href="/folders/${id}">${name}</a>`,
  )
  return html`<p class="wrong">
    <b>Files in this folder are not checked:</b> no webhook watches it.
    ${links.length === 0 ? '' : html`Upload into: ${links}`}
  </p>`
}

function firstHint(context: SimulatedBoxContext): Html {
  return watchedFolders(context).length === 0
    ? html`<p class="hint">No webhook watches a folder yet: no upload is checked.</p>`
    : html`<p class="hint">
        Upload into a client's folder: choose files, or drop them on its row. The report appears in the
        client's REPORTS folder.
      </p>`
}

/** Where uploads are reported to somebody: the folders with a webhook of their own. */
function watchedFolders({ store }: SimulatedBoxContext): Folder[] {
  const ids = new Set([...store.webhooks.values()].map(({ targetId }) => targetId))
  return [...ids].flatMap((id) => {
    const folder = store.folder(id)
    return folder === undefined || store.isTrashed(folder) ? [] : [folder]
  })
}

function isWatched(context: SimulatedBoxContext, folder: Folder | undefined): boolean {
  return watchedFolders(context).some(({ id }) => id === folder?.id)
}

// Drawn, not typed: not every machine has a font with emoji.
const folderIcon = html`<svg class="icon folder" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M2 4h6l2 2h8v10H2z" />
</svg>`
const fileIcon = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M4 2h8l4 4v12H4z" />
</svg>`

function folderRow(context: SimulatedBoxContext, folder: Folder, isOnFirstPage: boolean): Html {
  const count = context.store.childrenOf(folder.id).filter((item) => !context.store.isTrashed(item)).length
  const choose = html`<button
    type="button"
    data-choose="${folder.id}"
    aria-label="Choose files for ${folder.name}"
  >
    Choose files
  </button>`
  const isTarget = isWatched(context, folder)
  const where = isOnFirstPage ? namesOf(context.store.ancestorsOf(folder).reverse()) : ''
  return html`<li data-folder="${isTarget ? folder.id : ''}">
    ${folderIcon}<a class="name" href="/folders/${folder.id}">${folder.name}</a>
    ${isTarget ? choose : html`<span></span>`}
    <span class="meta">
      ${where === '' ? '' : `${where} · `}${count} ${count === 1 ? 'item' : 'items'} · id
      ${folder.id}
    </span>
  </li>`
}

function fileRow(context: SimulatedBoxContext, file: File): Html {
  const version = currentVersion(file)
  const by = context.store.users.get(version.createdBy)?.name ?? ''
  const versions = file.versions.length === 1 ? '' : ` · version ${file.versions.length}`
  return html`<li>
    ${fileIcon}<a class="name" href="/files/${file.id}" target="_blank" rel="noopener">${file.name}</a>
    ${actions(context, file)} ${notes(file)}
    <span class="meta">
      ${size(version.sizeBytes)}${versions} · ${time(file.modifiedAt)} · by ${by} · id ${file.id}
    </span>
  </li>`
}

/** What Box shows next to a file: tags, description and comments. */
function notes({ tags, description, comments = [] }: File): Html {
  return html`${tags.map((tag) => html`<span class="tag">${tag}</span>`)}
  ${description === '' ? html`` : html`<span class="meta note">${description}</span>`}
  ${comments.map(({ message }) => html`<span class="meta note">Comment: ${message}</span>`)}`
}

function actions(context: SimulatedBoxContext, file: File): Html {
  const folders = [...context.store.items.values()].filter(
    (item): item is Folder => item.type === 'folder' && !context.store.isTrashed(item),
  )
  const places = folders.map(
    (folder) => html`<option value="${folder.id}">${pathOf(context, folder)}</option>`,
  )
  return html`<details>
    <summary aria-label="Actions for ${file.name}">⋯</summary>
    <div>
      <label class="button">New version<input type="file" data-file="${file.id}" /></label>
      <select data-move="${file.id}" aria-label="Move ${file.name} to">
        <option value="">Move to …</option>
        ${places}
      </select>
      <button type="button" class="danger" data-trash="${file.id}" data-name="${file.name}">Delete</button>
    </div>
  </details>`
}

function pathOf(context: SimulatedBoxContext, folder: Folder): string {
  return namesOf([...context.store.ancestorsOf(folder).reverse(), folder])
}

function namesOf(folders: Folder[]): string {
  return folders.map(({ name }) => name).join(' › ')
}

function newestFirst(one: Item, other: Item): number {
  if (one.type === 'folder') return one.name.localeCompare(other.name)
  return Date.parse(other.modifiedAt) - Date.parse(one.modifiedAt)
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function time(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`
}
